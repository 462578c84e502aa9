# 1 "pointers.c"
# 1 "<built-in>"
# 1 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 1 "<command-line>" 2
# 1 "pointers.c"
// Output of a preprocessor with prototypes that nothing needs, and attributes.
__extension__ typedef long long int quad_t;
typedef long unsigned int size_t;
extern void *malloc (size_t __size) __attribute__ ((__nothrow__ , __leaf__)) __attribute__ ((__malloc__)) ;
extern char *strchr (const char *__s, int __c) __attribute__ ((__pure__)) __attribute__ ((__nonnull__ (1)));
extern int atexit (void (*__func) (void)) __attribute__ ((__nonnull__ (1)));
struct __node { struct __node *next; int value; };
extern __inline __attribute__ ((__gnu_inline__)) int twice (int __x) { return __x + __x; }
extern int __VERIFIER_nondet_int(void);
# 20 "pointers.c" 2
int main(void) {
    quad_t sum = 0;
    int n = __VERIFIER_nondet_int();
    int rounds = 0;
# 25 "pointers.c"
    while (sum < 3000000000LL && rounds < n) {
        sum = sum * 2 + twice(n) + 1000;
        rounds += 1;
    }
    return rounds * 10 + (sum % 7 > 3);
}
