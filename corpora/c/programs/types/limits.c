// The limits of the types as constants.
#include <limits.h>

int main(void) {
    int n, s = 0;
    int low = INT_MAX, high = INT_MIN;
    while (n > 0) {
        int x = n * 37 % 11 - 5;
        low = x < low ? x : low;
        high = x > high ? x : high;
        n -= 3;
        s += UCHAR_MAX - CHAR_BIT + SHRT_MIN / 100;
    }
    if (low == INT_MAX && high == INT_MIN)
        return -1;
    return s + low * 100 + high + (LONG_MAX > INT_MAX);
}
