// A loop is steered by two functions that answer truth values.
extern int __VERIFIER_nondet_int(void);
_Bool divides(int d, int n) { return n % d == 0; }
_Bool small(int n) {
    if (n < 0)
        return 0;
    return n < 40;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int d = 2, lowered = 0;
    while (!small(n) && n > 0) {
        if (divides(d, n)) {
            n /= d;
            lowered++;
        } else if (divides(d + 1, n))
            n -= d + 1;
        else if (d > 12)
            n--;
        else
            d++;
    }
    return n * 100 + d + lowered * divides(3, n);
}
