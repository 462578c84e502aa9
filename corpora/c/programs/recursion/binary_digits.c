// Recursion that builds a number on the way back, and one that does on the way down.
extern int __VERIFIER_nondet_int(void);

long binary(int n) {
    if (n < 0)
        return -binary(-n);
    if (n < 2)
        return n;
    return binary(n / 2) * 10 + n % 2;
}

int reversed(int n, int so_far) {
    return n == 0 ? so_far : reversed(n / 3, so_far * 3 + n % 3);
}

int main(void) {
    int n = __VERIFIER_nondet_int() % 600;
    int r = reversed(n, 0), sevens = 0;
    long b = binary(n);
    while (b > 6) {
        b -= b % 7 + 7;
        b /= 3;
        sevens++;
    }
    return r * 100 + sevens * 10 + (b == 4) - (b < -1000);
}
