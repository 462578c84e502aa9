// Doubling that does not leave zero.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    while (x >= 0 && x < 1000) {
        x = 2 * x;
    }
    return 0;
}
