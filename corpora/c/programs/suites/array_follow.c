// A walk along unknown places.
extern int __VERIFIER_nondet_int(void);

int main() {
    int a[6];
    int i, at = 0;
    for (i = 0; i < 6; i++) {
        a[i] = __VERIFIER_nondet_int();
    }
    while (at >= 0 && at < 6) {
        at = a[at];
    }
    return 0;
}
