// Breaks inside nested ifs, in both branches.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    x %= 30;
    while (x > 0) {
        switch (x % 4) {
        case 0:
            if (n % 2) {
                x -= 3;
                break;
            } else {
                n++;
                break;
            }
        case 1:
            if (x > 10) {
                if (n > 4)
                    break;
                n += 2;
            }
            x--;
        case 2:
            n += 3;
            break;
        case 3:
            x -= 2;
        }
        x--;
    }
    return n * 100 + x;
}
