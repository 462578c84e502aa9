// The right side of a condition is a call that changes a global variable.
extern int __VERIFIER_nondet_int(void);

int calls = 0;

int asks(int n)
{
    calls += 2;
    return n % 3 == 0;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = x % 20;
    while (n > 0 && !asks(n) || n == 6) {
        n -= 1;
        if (n < 10 || asks(n + 1))
            calls *= 2;
    }
    int last = n && asks(n) && calls > 5;
    return calls * 10 + n + last;
}
