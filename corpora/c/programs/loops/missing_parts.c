// For loops with missing parts.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int i = 0, n = 0;
    for (; i < 5;) {
        i += 1 + (x & 1);
        n += i;
    }
    for (i = x % 7;; i--) {
        if (i < -3)
            break;
        n += i * 2;
    }
    for (;; n += 3)
        if (n % 7 == 0 || n > 1000)
            break;
    return n * 10 + i;
}
