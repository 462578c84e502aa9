// Assignments that read the variable that they change, more than once; for some inputs it goes round.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = x % 6 + 6;
    int last = 0;
    while (n != 1 && n < 5000) {
        last = n;
        n = n * n - n * 3 + (n & 1);
        n += n;
        n -= n / 2;
        n = n > 200 ? n % 97 + 1 : n - 1;
        if (n == last || n < 0)
            n = -n - n % 5;
        if (last % 10 == 4)
            break;
    }
    return n * 10 + last;
}
