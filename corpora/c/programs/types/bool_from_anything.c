// Values of every size become truth values when they are assigned, passed or returned.
extern int __VERIFIER_nondet_int(void);

_Bool any(int x) { return x; }
int twice(_Bool b) { return b + b; }

int main(void) {
    _Bool b = 5, c = 0, d = -256;
    int n = __VERIFIER_nondet_int();
    long big = 4294967296L;
    int s = b + 2 * c + 4 * d;
    _Bool e = big;
    s = s * 2 + e + twice(256) + any(n) * 8;
    while (any(n % 6)) {
        b = n & 2;
        c |= n & 4;
        d = b ^ c;
        b += 3;
        s += b + 2 * c + 4 * d;
        n -= 1 + d;
    }
    return s * 4 + (_Bool)n + 2 * (_Bool)(s & 8);
}
