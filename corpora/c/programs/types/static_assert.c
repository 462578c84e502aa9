// Claims that the compiler checks.
#include <assert.h>
_Static_assert(1 + 1 == 2, "arithmetic");
static_assert('a' < 'b', "letters");

int main(void) {
    int x, rounds = 0;
    while (x > 3) {
        _Static_assert(3 > 1, "step");
        x -= 3 - 1;
        rounds++;
    }
    return rounds * 2 + x;
}
