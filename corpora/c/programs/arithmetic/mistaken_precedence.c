// Operators whose precedence is easily mistaken: shifts, comparisons and bit operators.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 0;
    int turns = 0;
    if (x < 0 || x > 500) {
        return x & 1 == 1;
    }
    while (y < 60 && turns++ < 100) {
        y += 1 + (1 << 1 + 1);
        y += x & 3 == 3;
        y += (x ^ 5 | 2 & x) - (x | 5) == 0;
        y -= -x % 4 * 2 > -5 == 1;
        x = x * 3 + 1 & 0xFF;
    }
    return y * 1000 + x + turns;
}
