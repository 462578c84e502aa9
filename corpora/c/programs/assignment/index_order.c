// Indices that change while they are used.
int main(void) {
    int n;
    int a[8] = {0}, b[8] = {3, 1, 4, 1, 5, 9, 2, 6};
    int i = 0, j = 0, sum = 0;
    while (i < 8 && j < 8) {
        a[i] = b[j++];
        a[i++] += n;
        if (a[i - 1] % 3 == 0 && j < 7)
            a[i - 1] = b[++j];
    }
    for (i = 0; i < 8;)
        sum = sum * 2 + a[i++];
    return sum;
}
