// Division rounds toward zero: each of the four sign combinations counts.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    int total = 0;
    if (y == 0) {
        y = -3;
    }
    if (x < -100 || x > 100 || y < -100) {
        return -1;
    }
    while (x != 0) {
        total += x / y * 10 + x % y;
        total -= x / -y;
        x = x / 2;
    }
    return total;
}
