// The types of stdint.h.
#include <stdint.h>

int32_t scale(int16_t x, uint8_t by) {
    return x * by;
}

int main(void) {
    int n;
    int64_t s = 0;
    uint32_t rounds = 0;
    while (n > 0) {
        s += scale(-12, 9) + n;
        rounds += 1;
        n /= 2;
    }
    return (s < 0) + 2 * (rounds > 3u);
}
