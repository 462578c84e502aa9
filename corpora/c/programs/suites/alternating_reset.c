extern int __VERIFIER_nondet_int(void);
// The inner loop is entered anew because the outer one gives it back what it took.
int main() {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    int c;
    while (a > 0) {
        c = a;
        while (b > 0) {
            b = b - 1;
            a = a - 1;
        }
        b = c - a;
        a = c;
        if (b < 1) {
            a = a - 1;
        }
    }
    return 0;
}
