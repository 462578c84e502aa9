// A short circuit keeps the division from a zero divisor.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int d = 5;
    int hits = 0;
    while (d > -6) {
        if (d != 0 && x / d > 3)
            hits += 10;
        if (d == 0 || x % d == 0)
            hits++;
        hits += d && -20 / d == x % 10;
        d--;
    }
    return hits;
}
