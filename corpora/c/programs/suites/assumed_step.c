// Steps under an assumption.
extern int __VERIFIER_nondet_int(void);
extern void __VERIFIER_assume(int cond);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x < y) {
        int s = __VERIFIER_nondet_int();
        __VERIFIER_assume(s > 0);
        x = x + s;
    }
    return 0;
}
