// The value of a comma expression and of an assignment inside parentheses.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y, z;
    int n = 0;
    x = (y = x % 9, y + 1);
    z = (x++, y--, x + y);
    while ((n++, z) > -20) {
        z -= (y = n, y * 2);
        x = (y += x, z % 5 - y);
    }
    return x + y * 3 + z * 7 + n;
}
