// The extended algorithm keeps its invariant.
#include <assert.h>

int main(void) {
    int a, b;
    if (a <= 0 || b <= 0)
        return 1;
    int r0 = a, r1 = b, s0 = 1, s1 = 0, t0 = 0, t1 = 1;
    while (r1 != 0) {
        int q = r0 / r1, t;
        t = r0 - q * r1, r0 = r1, r1 = t;
        t = s0 - q * s1, s0 = s1, s1 = t;
        t = t0 - q * t1, t0 = t1, t1 = t;
    }
    assert(s0 * a + t0 * b == r0);
    return r0 * 10000 + s0 * 100 + t0;
}
