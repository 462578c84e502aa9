// Negative labels and labels that are constant expressions.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    x %= 8;
    do {
        switch (x % 4) {
        case -1:
            n += 1;
            break;
        case -3:
            n += 10;
        case 1 - 3:
            n += 100;
            break;
        case 1 << 1:
            x--;
        case ~0 + 2:
            n += 1000;
            break;
        case 'd' - 'a':
            n -= 3;
        }
        x += n & 1 ? 3 : -1;
        n = n % 10007 + 1;
    } while (x > -9 && x < 9);
    return n * 10 + x;
}
