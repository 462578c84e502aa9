// The branch for a negative odd remainder is missing, so some inputs loop for ever.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 3;
    if (x < -20 || x > 20)
        return 0;
    while (x != 0) {
        if (x % 3 == 1)
            x -= 1;
        else if (x % 3 == 2 || x % 3 == -2 && x < -10)
            x -= x > 0 ? 2 : -2;
        else if (x % 3 == 0)
            x /= 3;
        y = (y * 5 + x) % 1009;
    }
    return y;
}
