// Swaps two variables with sums and with exclusive or.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    int rounds = 0;
    x %= 1000;
    y %= 1000;
    while (x != y && rounds < 25) {
        x ^= y;
        y ^= x;
        x ^= y;
        x = x + y;
        y = x - y;
        x = x - y;
        if (x < y)
            x += 2 + rounds;
        else
            y += 1;
        rounds++;
    }
    return x * 3 - y + rounds;
}
