// Debug output that a macro turns off, with the effects in it, and an assertion that stays.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
extern int __VERIFIER_nondet_int(void);
#ifdef DEBUG
#define SHOW(x) printf("%d\n", x)
#else
#define SHOW(x) ((void)0)
#endif

int main(void) {
    int n = __VERIFIER_nondet_int();
    int a = 3;
    while (n > a) {
        SHOW(a++);
        assert(a < 400);
        a += n % 2 ? 1 : 2;
        n -= a % 4;
        if (n == 17)
            exit(3);
        printf("%d %d\n", a, n);
    }
    ;
unused:
    return a * 100 + n;
}
