// A bead goes from jar to jar and then away.
extern _Bool __VERIFIER_nondet_bool(void);
extern int __VERIFIER_nondet_int(void);

int main() {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    while (a > 0 && b > 0) {
        if (__VERIFIER_nondet_bool()) {
            a = a - 1;
            b = b + 1;
        } else {
            b = b - 1;
        }
    }
    return 0;
}
