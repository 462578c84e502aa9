// A counter that must hit a number exactly.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x != y) {
        x = x + 1;
    }
    return 0;
}
