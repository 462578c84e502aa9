// Like McCarthy's function, with a smaller limit and a step out of the arguments.
extern int __VERIFIER_nondet_int(void);

int inner(int n, int step) {
    if (n > 40)
        return n - step;
    return inner(inner(n + step + 1, step), step);
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    if (n < -30)
        n = -30;
    int a = inner(n, 5);
    int b = inner(n + 3, 2);
    return a * 100 + b;
}
