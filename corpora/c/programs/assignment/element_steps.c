// The index of an array element steps while the element is changed.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a[6] = {3, -1, 4, -1, 5};
    int i = 0;
    while (i < 5) {
        a[i++] += x % 10;
        a[i] -= a[i - 1];
        a[--i] *= 2;
        ++a[i++];
    }
    int k = a[0]--;
    k += --a[1];
    return a[0] + a[1] * 2 + a[2] * 3 + a[3] * 4 + a[4] * 5 + a[5] * 6 + k;
}
