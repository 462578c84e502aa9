// A maximum is found by halving the part of an array, which recursion hands down.
extern int __VERIFIER_nondet_int(void);

int largest(int a[], int from, int to) {
    if (to - from == 1)
        return a[from];
    int half = from + (to - from) / 2;
    int left = largest(a, from, half);
    int right = largest(a, half, to);
    return left > right ? left : right;
}

int main(void) {
    int values[9];
    int x = __VERIFIER_nondet_int();
    for (int i = 0; i < 9; i++) {
        x = (x * 5 + 3) % 41;
        values[i] = x;
    }
    int rounds = 0;
    while (largest(values, 0, 9) > 0 && rounds < 50) {
        values[rounds % 9] -= 6;
        rounds++;
    }
    return rounds * 10 + largest(values, 2, 7);
}
