// Degenerate switches: only a default, only one case, and no case at all that matches.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    for (x %= 20; x > -5; x -= 2) {
        switch (x) {
        default:
            n++;
            if (x % 3 == 0)
                break;
            n += 10;
        }
        switch (n++ % 4) {
        case 2:
            n += 100;
        }
        switch (x / 4) {
        case 77:
            n = 0;
        }
    }
    return n * 10 + x;
}
