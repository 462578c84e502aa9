// A static local counts the calls of a recursive function over all its runs.
extern int __VERIFIER_nondet_int(void);

int descend(int n) {
    static int calls = 2;
    calls++;
    if (n <= 0 || calls > 60)
        return calls;
    if (n % 3 == 0) {
        int below = descend(n / 3);
        return below + calls;
    }
    return descend(n - 1) - 1;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int a = descend(n);
    int b = descend(n - 5);
    return a * 100 + b;
}
