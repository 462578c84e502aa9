// Inline functions of the file, one declared long before it is written.
extern int __VERIFIER_nondet_int(void);
static inline int clamp(int low, int value, int high);
static inline int distance(int a, int b) {
    return a < b ? b - a : a - b;
}

int main(void) {
    int here = __VERIFIER_nondet_int();
    int there = __VERIFIER_nondet_int();
    int steps = 0;
    while (distance(here, there) > 3) {
        here = here < there ? here + clamp(1, distance(here, there) / 2, 9) : here - 2;
        steps++;
    }
    return steps * 100 + clamp(-50, here - there, 50);
}

static inline int clamp(int low, int value, int high) {
    if (value < low)
        return low;
    if (value > high)
        return high;
    return value;
}
