// Cases fall through to the next until a break.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    x %= 6;
    while (n < 50) {
        switch (x) {
        case 0:
            n += 1;
        case 1:
            n *= 2;
        case 2:
            n += 5;
            break;
        case 3:
            n += 7;
        default:
            n++;
        }
        x = (x + n) % 5;
    }
    return n * 10 + x;
}
