extern int __VERIFIER_nondet_int(void);
extern void abort(void);
int failures = 0;

void __VERIFIER_assert(int cond) {
    if (!cond) {
        failures++;
    }
}

void reach_error(void) {
    failures += 10;
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    while (x < 12 && x > -12) {
        __VERIFIER_assert(x % 5);
        if (x == 7)
            reach_error();
        x++;
    }
    return failures;
}
