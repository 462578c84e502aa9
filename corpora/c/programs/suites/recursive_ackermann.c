extern int __VERIFIER_nondet_int(void);
// Ackermann's function for small first arguments and any second one.
int grow(int m, int n) {
    if (m <= 0)
        return n + 1;
    if (n <= 0)
        return grow(m - 1, 1);
    return grow(m - 1, grow(m, n - 1));
}
int main() {
    int m = __VERIFIER_nondet_int();
    int n = __VERIFIER_nondet_int();
    if (m > 2 || n > 5)
        return 0;
    return grow(m, n) > 0;
}
