// The value of a call is assigned and tested in one condition.
extern int __VERIFIER_nondet_int(void);

int shrink(int n)
{
    if (n > 0)
        return n - 1 - n % 3;
    return n / 2;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = x % 40;
    int calls = 0;
    if ((x = shrink(y)) != 0) {
        calls = 10;
    }
    while ((y = shrink(y)) != 0) {
        calls++;
        if ((x -= y) < -90) {
            x = 4;
        }
    }
    return calls * 100 + x;
}
