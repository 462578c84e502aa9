// Whichever of two is behind a third catches up.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    int z = __VERIFIER_nondet_int();
    while (x < z || y < z) {
        if (x < z)
            x = x + 1;
        else
            y = y + 1;
    }
    return 0;
}
