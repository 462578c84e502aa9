// Euclid's algorithm on operands of any sign: the sign of the result follows truncation.
extern int __VERIFIER_nondet_int(void);

int divisor(int a, int b)
{
    while (b) {
        int rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    if (x < -1000 || x > 1000 || y < -1000 || y > 1000) {
        return 0;
    }
    return divisor(x, y) * 3 - divisor(-x, y);
}
