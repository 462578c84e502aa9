// Squares that stay where they are.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    while (x > 0 && x < 10000) {
        x = x * x;
    }
    return 0;
}
