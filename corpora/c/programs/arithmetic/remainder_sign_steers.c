// The remainder has the sign of the dividend, so the loop ends for negative values only after many steps.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int steps = 0;
    if (x > 50 || x < -50) {
        return 0;
    }
    while (x % 7 != -3 && steps < 40) {
        x -= 2;
        steps++;
    }
    return steps * 100 + x % -7;
}
