// Side effects deep inside nested conditional expressions.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a = 0, b = 0, c = 0;
    x %= 60;
    while (x > 1) {
        int t = x % 3 == 0 ? (a++, x / 3) : x % 2 ? b++ > 3 ? x - 4 : (c += b, x - 1) : x / 2;
        if (t >= x)
            break;
        x = t;
    }
    return a * 1000 + b * 100 + c * 10 + x;
}
