// A product by two nested loops, and its check.
#include <assert.h>

int main(void) {
    int a, b, p = 0;
    if (a < 0 || b < 0 || a > 30 || b > 30)
        return -1;
    for (int i = 0; i < a; i++) {
        int j = 0;
        while (j != b) {
            j++;
            p++;
        }
    }
    assert(p == a * b);
    return p;
}
