// A loop down to zero that would not stop with a pre-decrement test of the wrong kind.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = x % 10, odd = 0;
    for (int i = n; i-- > 0;)
        odd += i & 1;
    for (int i = n; --i > 0;)
        odd += 10;
    while (n--) {
        odd += 100;
        if (n < 0 && n % 4 == 0)
            n = 2;
    }
    return odd + n;
}
