extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned int n = __VERIFIER_nondet_uint();
    int s = 0;
    while (n >= 1u) {
        n--;
        s++;
    }
    return s;
}
