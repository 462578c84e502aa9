// The second result of a recursive function comes back in a variable of the file.
extern int __VERIFIER_nondet_int(void);
static long long x, y;

static long long euclid(long long a, long long b) {
    if (b == 0) {
        x = 1;
        y = 0;
        return a;
    }
    long long g = euclid(b, a % b);
    long long t = x;
    x = y;
    y = t - a / b * y;
    return g;
}

int main(void) {
    int a = __VERIFIER_nondet_int(), b = __VERIFIER_nondet_int();
    long long g = euclid(a, b);
    if (x * a + y * b != g)
        return -1;
    return (g < 0 ? 1 : 0) + 2 * (x < y) + 4 * (g > 1 || g < -1) + 8 * (x > 1) + 16 * (y < -2);
}
