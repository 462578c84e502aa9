// Unsigned long values and constants with all suffixes.
extern unsigned long __VERIFIER_nondet_ulong(void);

int main(void) {
    unsigned long n = __VERIFIER_nondet_ulong();
    unsigned long long limit = 0x1FFFFFFFFull;
    unsigned int small = 40000u * 2u;
    int rounds = 0;
    n = n % 1000ul + 1ul;
    while (n < limit) {
        n = n * 3lu + small;
        rounds += n % 2UL == 0 ? 1 : 2;
    }
    return rounds;
}
