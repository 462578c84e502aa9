// A row of element assignments with a stepping index, then a scan backwards.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a[8] = {0};
    int n = 0;
    a[n++] = x % 7;
    a[n++] = a[0] * 2;
    a[n++] = a[1] - a[0] * 4;
    a[n] = n * 5;
    n++;
    a[n++] = x / 7 % 7 - 2;
    int sum = 0;
    while (n-- > 0 && a[n] >= -8) {
        sum = sum * 2 + a[n]--;
        sum += a[n];
    }
    return sum * 10 + n;
}
