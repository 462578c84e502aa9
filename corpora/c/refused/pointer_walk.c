// refused: a pointer

int main(void) {
    int a[4] = {3, 2, 1, 0};
    int *at = a;
    while (*at != 0) {
        at++;
    }
    return 0;
}
