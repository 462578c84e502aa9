// refused: pointer
int main(void) {
    int a[3] = {1, 2, 3};
    int *p = a;
    while (*p < 3)
        p++;
    return *p;
}
