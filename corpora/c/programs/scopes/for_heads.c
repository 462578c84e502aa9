// Equal names in the heads of loops next to and within one another, and outside of them.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int i = __VERIFIER_nondet_int() % 20, n = i;
    int s = 0;
    for (int i = 0, k = n; i < k; i++, k--) {
        for (int i = 3, n = k; i > 0 && n < 12; i--, n += 2)
            s += n;
        s -= i;
    }
    for (; i < 10; i += 4)
        s += i;
    for (int n = i; n > 0; n /= 2) {
        int i = n % 3;
        s = s * 2 + i;
    }
    for (long i = 1; i < n; i *= 3)
        s += i > 4;
    return s * 10 + i - n;
}
