// Two calls in one expression.
extern int __VERIFIER_nondet_int(void);

int fibonacci(int n) {
    if (n < 1)
        return 0;
    else if (n == 1)
        return 1;
    return fibonacci(n - 1) + fibonacci(n - 2);
}

int main() {
    int x = __VERIFIER_nondet_int();
    if (x > 12)
        x %= 12;
    return fibonacci(x);
}
