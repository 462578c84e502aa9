// The condition is an or, but only one part is worked on.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x > 0 || y > 0) {
        if (y > 0)
            y = y - 1;
        else
            y = y - 2;
    }
    return 0;
}
