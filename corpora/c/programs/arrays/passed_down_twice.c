// The same array under two names in one call, and handed on by the callee.
extern int __VERIFIER_nondet_int(void);

void add_into(int to[], const int from[], int n) {
    for (int i = 0; i < n; i++)
        to[i] += from[n - 1 - i];
}

void twice(int a[4], int other[]) {
    add_into(a, other, 4);
    add_into(other, a, 3);
    a[0]--;
}

int main(void) {
    int x[4] = {1, 2}, y[] = {3, 0, -1, 5};
    int n = __VERIFIER_nondet_int();
    x[2] = n % 100;
    twice(x, y);
    twice(y, y);
    add_into(x, x, 4);
    return x[0] + 3 * x[1] + 5 * x[2] - x[3] + y[0] * 2 - y[1] + 7 * y[2] + y[3];
}
