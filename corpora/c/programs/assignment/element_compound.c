// Compound assignments through elements whose index has a side effect.
int main(void) {
    int a[5] = {1, 2, 3, 4, 5};
    int i = 0, k;
    while (i < 5)
        a[i++] += 2;
    while (i > 0)
        a[--i] *= k;
    for (i = 0; i < 4; i++) {
        k = a[i + 1]--;
        a[i] -= k;
        ++a[i + 1];
        a[i]++;
    }
    return a[0] + 2 * a[1] + 3 * a[2] + 4 * a[3] + 5 * a[4];
}
