// A product of 64 bits against a fixed bound.
extern int __VERIFIER_nondet_int(void);
int main() {
    long long product = 1, factor = 1;
    int most = __VERIFIER_nondet_int();
    if (most > 1000000)
        return 1;
    while (product <= most) {
        factor++;
        product *= factor;
    }
    return 0;
}
