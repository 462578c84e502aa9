extern int __VERIFIER_nondet_int(void);
extern void abort(void);
void reach_error(void) { ; }
void __VERIFIER_assert(int cond) {
    if (!(cond)) {
        ERROR: { reach_error(); abort(); }
    }
    return;
}

int main(void) {
    int x = __VERIFIER_nondet_int(), y = 0;
    while (y < x) {
        y++;
        __VERIFIER_assert(y < 30);
    }
    return y;
}
