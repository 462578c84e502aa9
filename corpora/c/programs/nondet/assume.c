// Assumptions end the run if they do not hold.
extern int __VERIFIER_nondet_int(void);
extern void __VERIFIER_assume(int);
extern void abort(void);
void assume_abort_if_not(int cond) {
    if (!cond) {
        abort();
    }
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    __VERIFIER_assume(x >= -20 && y > 0);
    assume_abort_if_not(x <= 90);
    while (x > 0) {
        x -= y;
        int z = __VERIFIER_nondet_int();
        __VERIFIER_assume(z < 15);
        y += z > 0;
    }
    return x * 10 + y;
}
