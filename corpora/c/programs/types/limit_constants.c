// The limits of the types in sums that are wide enough, and in comparisons.
#include <limits.h>
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    long sum = (long)INT_MAX + x;
    int rounds = 0, least = INT_MAX, most = INT_MIN;
    while (x != 0 && rounds < 35) {
        least = x < least ? x : least;
        most = x > most ? x : most;
        x = x / 2 - (x < SCHAR_MIN) + (x > UCHAR_MAX);
        rounds++;
    }
    if (least == INT_MAX)
        return -5;
    if (sum > INT_MAX)
        rounds += 100;
    if (LONG_MAX - sum > (long)UINT_MAX)
        rounds += 1000;
    return least % 50 + most % 60 * 10000 + rounds;
}
