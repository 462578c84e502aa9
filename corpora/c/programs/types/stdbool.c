// Truth values of the header, as parameters and results.
#include <stdbool.h>

bool toggle(bool on, bool really) {
    return really ? !on : on;
}

bool same(int a, int b) {
    return a - b == 0;
}

int main(void) {
    int x, n = 0;
    bool on = false;
    while (n < 20) {
        on = toggle(on, x % 3);
        if (on && same(x, n))
            return n;
        x += on ? -1 : 2;
        n += 1 + on;
    }
    return n + x;
}
