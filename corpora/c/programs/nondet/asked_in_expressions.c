// Unknown values as parts of expressions.
extern int __VERIFIER_nondet_int(void);

int twice(int x) {
    return 2 * x;
}

int main(void) {
    int a[4] = {0};
    int s = __VERIFIER_nondet_int() % 5 + 1;
    for (int i = 0; i < 12; i++) {
        a[i % 4] += __VERIFIER_nondet_int();
        s += twice(__VERIFIER_nondet_int()) % 3 ? a[i % 4] : -i;
        s = __VERIFIER_nondet_int() < 0 && s > 0 ? s / 2 : s;
        if (!(__VERIFIER_nondet_int() % 9))
            break;
    }
    return s + a[1] + 2 * a[2];
}
