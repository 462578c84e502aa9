// An array of which nothing is known is read in part before it is written.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int a[5];
    int n = __VERIFIER_nondet_int();
    int i = 0, s = 0, rounds = 0;
    a[3] = n;
    while (a[i] % 3 != 0 && rounds < 30) {
        s += a[i] % 10;
        a[i] = a[i] / 2;
        i = (i + 2) % 5;
        rounds++;
    }
    return s * 100 + i * 10 + (a[3] > a[0]) + rounds;
}
