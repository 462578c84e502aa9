// The usual prelude, with an assumption on the input.
extern void abort(void);
extern void __assert_fail(const char *, const char *, unsigned int, const char *) __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__noreturn__));
void reach_error() { __assert_fail("0", "prelude_decrease.c", 5, "reach_error"); }
void assume_abort_if_not(int cond) {
  if (!cond) {
    abort();
  }
}
extern int __VERIFIER_nondet_int(void);
int main(void) {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    assume_abort_if_not(y <= -1);
    while (x >= 0) {
        x += y;
        y--;
    }
    if (x >= 0) {
        reach_error();
    }
    return 0;
}
