// Functions that call functions in their arguments.
int add(int a, int b) {
    return a + b;
}

int twice(int x) {
    return add(x, x);
}

int apply(int a, int b, int c) {
    return twice(add(a, twice(b))) - c;
}

int main(void) {
    int n, s = 0;
    while (s < n)
        s = add(twice(apply(1, s % 3, 2)), s + 1);
    return apply(s, n, twice(n));
}
