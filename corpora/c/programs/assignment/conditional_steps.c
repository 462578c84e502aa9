// A conditional expression steps a different variable in each branch.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    int x = 0, log = 0;
    a %= 20;
    b %= 20;
    while (x < 15 && x > -25) {
        x = a > b ? a-- : b--;
        log = log * 2 % 10007 + (x > 5 ? ++a : --b);
        if (x > 5) {
            a -= 2;
            x += 5;
        }
    }
    return log * 3 + a - b + x;
}
