// Halving until one is left.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int log = 0;
    while (x > 1) {
        x = x / 2;
        log = log + 1;
    }
    return log;
}
