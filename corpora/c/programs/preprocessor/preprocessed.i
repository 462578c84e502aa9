# 0 "preprocessed.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "preprocessed.c"
// What gcc -E leaves of a program, with its marks of lines and spare prototypes.
extern void abort(void);
# 1 "/usr/include/assert.h" 1 3 4
# 67 "/usr/include/assert.h" 3 4
extern void __assert_fail (const char *__assertion, const char *__file,
      unsigned int __line, const char *__function)
     __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__noreturn__));
# 3 "preprocessed.c" 2
void reach_error() { ((void) sizeof ((0) ? 1 : 0), __extension__ ({ if (0) ; else __assert_fail ("0", "preprocessed.c", 3, __extension__ __PRETTY_FUNCTION__); })); }
extern void *memcpy (void *__restrict __dest, const void *__restrict __src, unsigned long __n)
     __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__nonnull__ (1, 2)));
extern int __VERIFIER_nondet_int(void);
static __inline int lower(int x, int by) { return x - (by > 0 ? by : 1); }
int main() {
  int x = __VERIFIER_nondet_int(), rounds = 0;
  while (x > 0) {
    x = lower(x, __VERIFIER_nondet_int());
    rounds++;
    if (rounds > 1000) reach_error();
  }
  return rounds;
}
