// The selecting expression has a side effect that happens once.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0, i = 5;
    while (i >= 0) {
        switch (i--) {
        case 5:
            n += x & 3;
            break;
        case 4:
            i -= n > 2;
        case 2:
            n += i * 10;
            break;
        case 0:
            n += 1000;
        }
        switch (n += 2) {
        case 3:
            n = 30;
            break;
        case 2:
        case 34:
            n++;
        default:
            x += n;
        }
    }
    return n * 10 + i + x % 7;
}
