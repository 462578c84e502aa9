// Unsigned values of 64 bits: products beyond 32 bits, shifts down, masks and a test of bits.
extern unsigned long __VERIFIER_nondet_ulong(void);

int main(void) {
    unsigned long x = __VERIFIER_nondet_ulong();
    unsigned long low = x & 0xFFFFFFFFul;
    unsigned long product = low % 100000ul * 3000000000ul;
    int ones = 0, rounds = 0;
    while (product > 0) {
        if (product & 1ul)
            ones++;
        product >>= 1;
        rounds++;
    }
    if (x / 2ul > 9223372036854775000ul)
        ones += 100;
    while (low % 10ul != 3ul) {
        low = low / 2ul + 3ul;
        ones += 1000;
        if (low == 5ul || low == 6ul)
            break;
    }
    return ones + rounds * 7;
}
