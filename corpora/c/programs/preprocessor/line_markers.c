# 1 "line_markers.c"
# 1 "<built-in>"
# 1 "<command-line>"
# 1 "line_markers.c"
// The output of a preprocessor, with its marks of lines.
# 1 "/usr/include/stdlib.h" 1 3 4
typedef unsigned long size_t;
extern void *malloc(size_t __size) __attribute__((__nothrow__, __leaf__)) __attribute__((__malloc__));
extern void free(void *__ptr) __attribute__((__nothrow__));
extern double atof(const char *__nptr) __attribute__((__nothrow__)) __attribute__((__pure__));
extern void abort(void) __attribute__((__noreturn__));
struct div_result { int quot; int rem; };
typedef struct div_result div_t;
# 6 "line_markers.c" 2

extern int __VERIFIER_nondet_int(void);
int main(void) {
  int x = __VERIFIER_nondet_int();
  int y = 0;
  while (x > 0) {
    x = x - 2;
    y = y + x;
  }
  return y;
}
