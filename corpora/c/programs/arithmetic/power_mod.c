// Powers by squaring under a modulus.
extern int __VERIFIER_nondet_int(void);

static int power(int base, int exponent, int modulus) {
    long result = 1, factor = base % modulus;
    while (exponent > 0) {
        if (exponent & 1)
            result = result * factor % modulus;
        factor = factor * factor % modulus;
        exponent >>= 1;
    }
    return result == 0 ? 0 : result < 0 ? -1 : 1;
}

int main(void) {
    int b = __VERIFIER_nondet_int();
    int e = __VERIFIER_nondet_int();
    int hits = 0;
    for (int m = 2; m < 12; m++)
        hits = hits * 2 + power(b, e, m);
    return hits;
}
