// Three functions in a ring, each with its own step; one lets some values climb for ever.
extern int __VERIFIER_nondet_int(void);
int one(int n);
int two(int n);
int three(int n);

int one(int n) {
    if (n <= 0)
        return n;
    return two(n - 1) + 1;
}
int two(int n) {
    if (n % 4 == 3)
        return three(n / 2);
    return one(n - 2) * 2;
}
int three(int n) {
    if (n == 0)
        return -7;
    return one(n == 9 ? n * 2 + 2 : n - 1) - 3;
}

int main(void) {
    return one(__VERIFIER_nondet_int() % 50);
}
