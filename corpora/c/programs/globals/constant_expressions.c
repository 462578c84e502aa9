// First values that are computed from constants of every kind, with C's division and shifts.
enum { BASE = 6, NEXT, LAST = NEXT * 3 - 1 };
#define OFFSET (-17)
extern int __VERIFIER_nondet_int(void);
static const int quotient = OFFSET / 4;
static const int rest = OFFSET % 4;
const int shifted = (OFFSET >> 2) + (LAST << 1);
int chosen = LAST > 19 ? 'a' : BASE;
int both = (BASE && OFFSET) + !OFFSET + ~NEXT;
long wide = 1000000L * 1000000;
int mask = (0x5F & 074) ^ 3;

int total(void) {
    return quotient + 10 * rest + shifted * 3;
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    int rounds = 0;
    while (x > total()) {
        x += both;
        chosen -= mask % 7;
        mask ^= chosen & 15;
        rounds++;
    }
    return x + chosen * 100 + rounds * (wide > 999999999999L);
}
