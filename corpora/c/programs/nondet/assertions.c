// Claims of several kinds.
#include <assert.h>
extern int __VERIFIER_nondet_int(void);
extern void __VERIFIER_error(void);
void __VERIFIER_assert(int cond) {
    if (!cond) {
    ERROR:
        __VERIFIER_error();
    }
    return;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0, i;
    for (i = 0; i < n; i++) {
        s += i;
        __VERIFIER_assert(2 * s == i * (i + 1));
        assert(s >= 0);
    }
    __VERIFIER_assert(s != 45);
    return s;
}
