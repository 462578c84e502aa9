// A switch inside a switch; the inner break leaves the inner one only.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = x / 3;
    int n = 0;
    for (int k = 0; k < 6; k++) {
        switch (x % 3) {
        case 0:
            switch (y % 2) {
            case 0:
                n += 1;
                break;
            case 1:
                n += 4;
            default:
                n += 9;
            }
            n *= 2;
            break;
        case 2:
            n -= 6;
        case -2:
            n += y & 7;
            break;
        default:
            n = ~n;
        }
        x -= 2;
        y += n & 1;
    }
    return n;
}
