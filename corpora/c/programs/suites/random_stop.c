// The environment may stop the loop but need not.
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = 0;
    do {
        n = n + 1;
    } while (__VERIFIER_nondet_int() != 0);
    return 0;
}
