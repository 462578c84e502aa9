// A declaration at the top of a switch, set in the cases.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 1;
    while (n < 300) {
        switch (x & 3) {
            int t;
        case 0:
            t = n + 1;
            n += t;
            break;
        case 1:
            t = 7;
        case 2:
            t = n % 5 + 2;
            n += t * 2;
            break;
        default: {
            int u = n;
            n = u * 2 - u % 3;
        }
        }
        x = x / 2 + n % 4;
    }
    return n * 4 + (x & 3);
}
