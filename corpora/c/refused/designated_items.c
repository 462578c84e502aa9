// refused: first values with their places
int main(void) {
    int a[6] = {[2] = 5, [4] = 1};
    int i = 0;
    while (i < 6 && a[i] != 1)
        i++;
    return i;
}
