// Two counters that meet only from the right distance; other inputs never end.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 20, n = 0;
    if (x < -30 || x > 30)
        return -1;
    while (x != y) {
        if (n % 2)
            x = x + 1;
        else
            y = y > -40 ? y - 1 : 20;
        n = n == 99 ? 0 : n + 1;
        if (x > 60)
            x = 60 - (x - 60) % 4;
    }
    return x * 100 + n;
}
