// An unsigned counter that goes up by the half of itself, rounded down.
extern unsigned int __VERIFIER_nondet_uint(void);
int main() {
    unsigned int n = __VERIFIER_nondet_uint();
    unsigned int i = 1;
    while (i < n) {
        i = i + i / 2u;
    }
    return 0;
}
