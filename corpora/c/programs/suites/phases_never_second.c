// The second phase begins only if y is negative.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x > 0) {
        x = x + y;
        if (y < 0) {
            y = y - 1;
        }
    }
    return 0;
}
