// Conditions that assign, compare and assign again.
extern int __VERIFIER_nondet_int(void);

int half(int n)
{
    return n / 2;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 1, z = 0, n = 0;
    while ((y = half(x)) != 0 && (z = y % 3) != 2) {
        n = n > 300 || n < -300 ? 0 : n + 1;
        x = z ? y - 1 : y + z;
        if ((z += n) > 6 || (y = z - 6) == -3)
            n += y;
    }
    return x % 1000 + y % 100 * 3 + z * 5 + n * 7;
}
