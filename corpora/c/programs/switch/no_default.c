// A value without a case passes the switch, and then the loop may last for ever.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    if (x < 0 || x > 9)
        return -1;
    while (x != 0) {
        switch (x) {
        case 1:
        case 3:
        case 9:
            x -= 1;
            break;
        case 8:
        case 2:
            x /= 2;
            n++;
            break;
        case 4:
            x = 1;
        case 7:
            n += 10;
        }
        n = n > 900 ? 0 : n + 1;
    }
    return n;
}
