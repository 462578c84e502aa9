// Reverses the digits of a number of either sign, which only truncation keeps symmetric.
extern int __VERIFIER_nondet_int(void);

int reverse(int n)
{
    int result = 0;
    while (n) {
        result = result * 10 + n % 10;
        n /= 10;
    }
    return result;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    if (x > 99999 || x < -99999)
        return 1;
    int rounds = 0;
    while (x != reverse(x) && rounds < 9) {
        x += rounds % 2 ? 1 : -1;
        rounds++;
    }
    return x - rounds;
}
