// A prelude as the suites write it, its claims and its assumptions.
extern void abort(void);
extern void __assert_fail(const char *, const char *, unsigned int, const char *) __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__noreturn__));
void reach_error() { __assert_fail("0", "suite_prelude.c", 4, "reach_error"); }
extern int __VERIFIER_nondet_int(void);
void assume_abort_if_not(int cond) {
  if(!cond) {abort();}
}
void __VERIFIER_assert(int cond) { if (!(cond)) { ERROR: {reach_error();abort();} } return; }

int main() {
  int n, k, c = 0;
  n = __VERIFIER_nondet_int();
  k = __VERIFIER_nondet_int();
  assume_abort_if_not(n >= -10 && k > n);
  while (1) {
    __VERIFIER_assert(c <= 4 * k - 4 * n);
    if (!(n < k)) break;
    n = n + 1 + (c % 3 == 2);
    c = c + 2;
    k -= c > 20;
  }
  __VERIFIER_assert(n >= k);
  return n * 100 + c;
}
