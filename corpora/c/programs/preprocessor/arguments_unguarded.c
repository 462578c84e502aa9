// Macros that do not guard their arguments, so that the operators around them bind otherwise.
extern int __VERIFIER_nondet_int(void);
#define DOUBLE(x) x + x
#define SQUARE(x) x * x
#define HALF(x) (x / 2)
#define NEGATE(x) -x

int main(void) {
    int n = __VERIFIER_nondet_int() % 100;
    int s = 0;
    while (DOUBLE(n) * 3 > SQUARE(n - 2)) {
        s += HALF(n - 5) + 2 * DOUBLE(n);
        n += NEGATE(n + 1) % 5 - 1;
        if (s > 10000 || s < -10000)
            return s;
    }
    return s * 10 + SQUARE(n + 1) % 7 - - NEGATE(3);
}
