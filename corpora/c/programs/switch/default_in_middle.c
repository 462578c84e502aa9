// The default stands in the middle and falls through.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    for (int i = x % 4; i < 9; i++) {
        switch (i) {
        case 1:
            n += 100;
            break;
        default:
            n += 3;
        case 4:
            n *= 2;
            break;
        case 6:
            n -= 50;
        case 7:
            n ^= 1;
        }
    }
    return n;
}
