// Either y falls or x falls and y is anything.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x > 0 && y > 0) {
        if (__VERIFIER_nondet_int()) {
            y = y - 1;
        } else {
            x = x - 1;
            y = __VERIFIER_nondet_int();
        }
    }
    return 0;
}
