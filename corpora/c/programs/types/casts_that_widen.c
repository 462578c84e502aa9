// Casts to wider types and to the same, which change the width of what is computed around them.
extern int __VERIFIER_nondet_int(void);
extern unsigned short __VERIFIER_nondet_ushort(void);

int main(void) {
    int a = __VERIFIER_nondet_int();
    unsigned short u = __VERIFIER_nondet_ushort();
    long long product = (long long)a * a + (int)u;
    unsigned int up = (unsigned int)u * 3u + 1u;
    int rounds = 0;
    (void)(a + 1);
    while (product > (long)u) {
        product = product / 3 - (long long)(int)rounds;
        rounds = (int)(rounds + 1);
    }
    if (up % 2u == 0u)
        rounds += 40;
    return rounds * 10 + (product < 0) + ((long)u * u > 2147483647L) * 5;
}
