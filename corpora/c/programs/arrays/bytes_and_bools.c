// Arrays of unsigned characters, truth values and long values whose items keep their range.
#include <stdbool.h>
extern int __VERIFIER_nondet_int(void);
bool seen[16];

int main(void) {
    unsigned char jumps[5] = {'\1', 7, 'A', 250, '\x0f'};
    long sums[3] = {0, -1};
    int at = __VERIFIER_nondet_int();
    int steps = 0;
    if (at < 0 || at > 15)
        return at;
    while (!seen[at]) {
        seen[at] = at + 2;
        at = (at + jumps[steps % 5]) & 15;
        sums[at % 3] += jumps[at % 5] * 1000000L;
        steps++;
    }
    int visited = 0;
    for (int i = 0; i < 16; i++)
        visited += seen[i] == true ? i : 0;
    return visited * 1000 + steps * 10 + (sums[0] > sums[1]) + 2 * (sums[2] > sums[0]);
}
