// refused: ~ of an unsigned value
// complement of an unsigned value
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned x = __VERIFIER_nondet_uint(), rounds = 0;
    while (~x != 0u && rounds < 40u) {
        x |= x + 1u;
        rounds++;
    }
    return 0;
}
