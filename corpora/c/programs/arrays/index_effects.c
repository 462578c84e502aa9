// Increments within indices, on both sides of other items and in conditions.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int a[10] = {5, 4, 3, 2, 1};
    int b[10] = {0};
    int i = 0, j = 0, k = __VERIFIER_nondet_int() % 5;
    if (k < 0)
        k += 5;
    while (i < 5)
        b[j++] = a[i++] * 2;
    while (b[--j] > k && j > 0)
        a[k++ % 10] += b[j];
    a[++i] -= k--;
    a[i]++;
    --a[k];
    int s = a[i]++ + 3 * j;
    s += --b[j] * 5;
    for (i = 0; i < 10; i++)
        s = s * 2 - a[i] + b[i];
    return s;
}
