// An array of variable length as an argument, beside its length.
extern int __VERIFIER_nondet_int(void);

int longest(int n, int a[n]) {
    int best = 0, run = 0;
    for (int i = 0; i < n; run = a[i++] > 2 ? run + 1 : 0)
        if (run > best)
            best = run;
    return best * 10 + run;
}

int main(void) {
    int n = __VERIFIER_nondet_int(), step = __VERIFIER_nondet_int();
    if (n <= 0 || n > 25)
        return 0;
    int a[n], s = 0;
    for (int i = 0; i < n; i++)
        a[i] = (s += step) % 7;
    int whole = longest(n, a);
    return longest(n / 2, a) * 100 + whole;
}
