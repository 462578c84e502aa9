// The same loop under an assumption that allows a step of zero, and the step stays.
extern void abort(void);
extern void __assert_fail(const char *, const char *, unsigned int, const char *) __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__noreturn__));
void reach_error() { __assert_fail("0", "prelude_decrease_weak.c", 5, "reach_error"); }
void assume_abort_if_not(int cond) {
  if (!cond) {
    abort();
  }
}
extern int __VERIFIER_nondet_int(void);
int main(void) {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    assume_abort_if_not(y <= 0);
    while (x >= 0) {
        x += y;
    }
    if (x >= 0) {
        reach_error();
    }
    return 0;
}
