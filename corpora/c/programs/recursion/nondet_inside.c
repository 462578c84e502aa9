// A recursion that asks on every level.
extern int __VERIFIER_nondet_int(void);

int deep(int n) {
    int x = __VERIFIER_nondet_int();
    if (n <= 0 || x == 0)
        return n;
    return deep(n - (x > 0 ? 1 : 2)) + x % 3;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int r = deep(n);
    return r * 10 + deep(3);
}
