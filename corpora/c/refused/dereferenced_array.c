// refused: a pointer
// pointer (*a)
int main(void) {
    int a[2] = {9, 1};
    while (*a > 0)
        a[0]--;
    return a[1];
}
