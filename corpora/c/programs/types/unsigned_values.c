// Unsigned numbers that only grow or are divided.
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned int n = __VERIFIER_nondet_uint();
    unsigned int rounds = 0u, parity = 0;
    n = n % 5000u;
    while (n > 0) {
        parity ^= n & 1u;
        n >>= 1;
        rounds++;
    }
    return rounds > 9u ? 1 : parity == 1u ? 2 : 3;
}
