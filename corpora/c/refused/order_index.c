// refused: i is written and used in no certain order
// unspecified order (a[i] = i++)
int main(void) {
    int a[12] = {0}, i = 0;
    while (i < 10)
        a[i] = i++;
    return a[3];
}
