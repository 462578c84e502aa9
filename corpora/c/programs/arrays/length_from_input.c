// An array whose length is computed, filled and then folded from both ends.
extern int __VERIFIER_nondet_int(void);

int fold(int n, int a[n], int x) {
    int low = 0, high = n - 1;
    while (low < high) {
        x = x * 3 - a[low] + a[high];
        if (x % 2)
            low++;
        else
            high--;
        x %= 1000;
    }
    return x;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    if (n < 1 || n > 40)
        n = 6;
    int a[n * 2];
    int length = n * 2;
    n = 0;
    for (int i = 0; i < length; i++) {
        a[i] = i * i % 13 - 5;
        n += a[i];
    }
    return fold(length, a, n) * 10 + a[length - 1];
}
