// Parameters that the function counts down, while the caller's variables keep their values.
extern int __VERIFIER_nondet_int(void);

int power(int base, int exponent) {
    int result = 1;
    while (exponent-- > 0)
        result *= base;
    return result + exponent;
}

int divide(int n, int d) {
    int q = 0;
    while (n >= d) {
        n -= d;
        q++;
        d += q % 2;
    }
    return q * 100 + n;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int d = 3;
    int e = n % 6;
    int a = power(d, e);
    int b = divide(n, d);
    return a + b * 2 + n + d + e;
}
