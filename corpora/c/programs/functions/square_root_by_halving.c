// A monotone function is inverted by halving an interval; the test is a function of its own.
typedef int number;
extern int __VERIFIER_nondet_int(void);

static int reaches(long long x, long long goal) {
    return x * x * x + x >= goal;
}

static number invert(number goal, number low, number high) {
    while (low < high) {
        number half = low + (high - low) / 2;
        if (reaches(half, goal))
            high = half;
        else
            low = half + 1;
    }
    return low;
}

int main(void) {
    number goal = __VERIFIER_nondet_int();
    number up = invert(goal, 0, 2000);
    number down = invert(-goal, -2000, 0);
    return up * 7 + down;
}
