// An unknown but positive step.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    while (x >= 0) {
        int d = __VERIFIER_nondet_int();
        if (d <= 0)
            d = 1;
        x = x - d;
    }
    return 0;
}
