// The step is in a function.
extern int __VERIFIER_nondet_int(void);

int decrease(int x, int by) {
    if (by < 1)
        return x - 1;
    return x - by;
}

int main() {
    int x = __VERIFIER_nondet_int();
    int by = __VERIFIER_nondet_int();
    while (x > 0) {
        x = decrease(x, by);
        by = by - 3;
    }
    return 0;
}
