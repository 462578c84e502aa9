// A recursion that only ends at zero itself.
extern int __VERIFIER_nondet_int(void);

int count(int n) {
    if (n == 0)
        return 0;
    return 1 + count(n - 1);
}

int main() {
    int n = __VERIFIER_nondet_int();
    return count(n) > 5;
}
