// refused: an unsigned shift may lose bits
// unsigned shift loses bits
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned x = __VERIFIER_nondet_uint();
    int n = 0;
    while (x != 0u) {
        x = x << 1;
        n++;
    }
    return n;
}
