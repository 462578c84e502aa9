// Chained assignments pass one value through several variables.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a, b, c;
    int turns = 0;
    a = b = c = x % 16;
    while (a < 40 && turns++ < 50) {
        a = b += c -= 3;
        if (c < -20) {
            c = b = (a = 50) + 1;
        }
        b = a + 12;
    }
    return a * 100 + b * 10 + c + turns;
}
