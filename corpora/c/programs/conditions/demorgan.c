// Two forms of the same condition agree.
#include <assert.h>

int main(void) {
    int a, b;
    int rounds = 0;
    do {
        int p = a > 3, q = b < 4;
        assert(!(p && q) == (!p || !q));
        assert((!(p || q)) == (!p && !q));
        a += p ? -2 : 5;
        b += q ? 3 : -1;
    } while (++rounds < 25);
    return a * b + rounds;
}
