// A sum by recursion, with its check.
extern int __VERIFIER_nondet_int(void);
extern void abort(void);
extern void __assert_fail(const char *, const char *, unsigned int, const char *) __attribute__((__nothrow__, __leaf__)) __attribute__((__noreturn__));
void reach_error() { __assert_fail("0", "recursive_sum.c", 3, "reach_error"); }

int sum(int n) {
    if (n <= 0)
        return 0;
    return n + sum(n - 1);
}

int main() {
    int n = __VERIFIER_nondet_int();
    int s = sum(n);
    if (n > 0 && 2 * s != n * (n + 1)) {
        ERROR: {reach_error();abort();}
    }
    return s;
}
