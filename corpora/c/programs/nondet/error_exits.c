// A prelude of the suites, whose error function ends the run.
extern void abort(void);
extern void __assert_fail(const char *, const char *, unsigned int, const char *)
    __attribute__((__nothrow__, __leaf__)) __attribute__((__noreturn__));
void reach_error() { __assert_fail("0", "error_exits.c", 3, "reach_error"); }
extern int __VERIFIER_nondet_int();
void __VERIFIER_assert(int cond) {
    if (!(cond)) {
        ERROR: {reach_error();abort();}
    }
    return;
}

int main() {
    int x = __VERIFIER_nondet_int();
    int y = 0;
    while (x > 0) {
        x = x - 1;
        y = y + x;
        if (y == 78)
            reach_error();
    }
    __VERIFIER_assert(y != 10);
    return y;
}
