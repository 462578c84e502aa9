// One function that asks is called once, another twice, a third in a loop.
extern int __VERIFIER_nondet_int(void);
extern unsigned char __VERIFIER_nondet_uchar(void);

int size(void) { return __VERIFIER_nondet_int() % 30; }

int between(int low, int high) {
    int x = __VERIFIER_nondet_int();
    if (x < low || x > high)
        return low;
    return x;
}

void spend(int a[]) { a[0] -= __VERIFIER_nondet_uchar() % 4; }

int main(void) {
    int a[2] = {size(), 5};
    int low = between(-5, 5);
    int high = between(low, 50);
    int rounds = 0;
    while (a[0] > low && rounds < high + 9) {
        spend(a);
        a[1] += a[0] % 3;
        rounds++;
    }
    return a[0] + a[1] * 10 + rounds * 100 + high;
}
