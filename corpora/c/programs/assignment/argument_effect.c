// One argument of a call has a side effect.
extern int __VERIFIER_nondet_int(void);

int weigh(int a, int b)
{
    a -= 2;
    return a * 3 - b;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = x % 10;
    int total = 0;
    while (n < 12) {
        total += weigh(n++, 4);
        total -= weigh(1, ++n);
        total ^= weigh(n -= 1, 2);
    }
    total += weigh(n = 3, total & 7);
    return total * n;
}
