// A factor that only turns the sign.
extern int __VERIFIER_nondet_int(void);

int main() {
    int p = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (p * p < 100) {
        p = p * y;
    }
    return 0;
}
