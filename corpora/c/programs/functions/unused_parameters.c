// Parameters that are never read, whose arguments still have effects.
extern int __VERIFIER_nondet_int(void);
int asked;

int ask(void) {
    asked = asked + 1;
    return asked;
}

int first(int a, int b) {
    (void)b;
    return a;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int i = 0;
    while (i < n) {
        i += first(2, ask());
        if (asked > 6)
            i -= first(1, i);
        n = first(n, 3 * i);
    }
    return asked * 10 + i - n;
}
