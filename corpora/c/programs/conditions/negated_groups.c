// Negated groups with steps inside.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 20;
    int n = 0;
    x = x % 15;
    while (!(x++ > 12 || y-- < 4)) {
        n += !(x % 2) * 2;
        if (!(n > 5 && !(y & 2)))
            n += 1;
        else if (!!(x & 4))
            y -= !n + 2;
    }
    return n * 1000 + y * 10 + x;
}
