// Names pasted from parts, a text made of code in an assertion, and a line continued.
#include <assert.h>
#include <stdio.h>
extern int __VERIFIER_nondet_int(void);
#define COUNTER(name) count_##name
#define BUMP(name, by) (COUNTER(name) += (by))
#define CLAIM(c) do { if (!(c)) printf("%s\n", #c); } while (0)

int COUNTER(low) = 1, COUNTER(high);

int main(void) {
    int n = __VERIFIER_nondet_int();
    int i\
ndex = 0;
    while (index < n) {
        if (index % 3)
            BUMP(low, index);
        else
            BUMP(high, 2);
        CLAIM(count_low < 10);
        index += 1 + count_high / 8;
    }
    assert(count_high != 14);
    return count_low * 10 + count_high;
}
