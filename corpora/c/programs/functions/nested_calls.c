// Calls as arguments of calls, as conditions and as operands of the short-circuit operators.
extern int __VERIFIER_nondet_int(void);

int max(int a, int b) { return a > b ? a : b; }
int min(int a, int b) { return a < b ? a : b; }
int even(int x) { return x % 2 == 0; }
int middle(int a, int b, int c) {
    return max(min(a, b), min(max(a, b), c));
}

int main(void) {
    int a = __VERIFIER_nondet_int(), b = __VERIFIER_nondet_int(), c = __VERIFIER_nondet_int();
    int rounds = 0;
    while (max(a, max(b, c)) - min(a, min(b, c)) > 2 && rounds < 60) {
        int m = middle(a, b, c);
        if (even(m) || (even(rounds) && a > m))
            a = middle(a - 1, m, b);
        else if (!even(c))
            c = (c + m) / 2;
        else
            b = max(min(b + 1, m), c - 1);
        rounds++;
    }
    return a + 10 * b + 100 * c + rounds;
}
