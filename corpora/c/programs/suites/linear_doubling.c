// Doubling of a positive number under a bound.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x >= 1 && x < 1000) {
        x = 2 * x + y * y;
    }
    return 0;
}
