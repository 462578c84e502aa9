// An unsigned counter goes up to an unsigned bound.
extern unsigned int __VERIFIER_nondet_uint(void);
int main() {
    unsigned int n = __VERIFIER_nondet_uint();
    unsigned int i = 0;
    unsigned int sum = 0;
    while (i < n) {
        sum += i % 3u;
        i++;
    }
    return 0;
}
