// Unsigned bits that are or'ed, and'ed and shifted down.
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned int x = __VERIFIER_nondet_uint();
    unsigned int seen = 0, bit = 1;
    int rounds = 0;
    while ((seen & 0xffu) != 0xffu) {
        seen |= bit | (x & 0x11u);
        bit = (bit * 2u) & 0xffu;
        if (bit == 0u)
            bit = 1u;
        x >>= 1u;
        if (++rounds > 30)
            break;
    }
    return rounds;
}
