// A product that passes every bound.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int bound = __VERIFIER_nondet_int();
    int p = 2;
    if (x < 2)
        return 0;
    while (p < bound) {
        p = p * x;
    }
    return 0;
}
