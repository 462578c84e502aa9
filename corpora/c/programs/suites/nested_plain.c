// A triangle of rounds.
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = __VERIFIER_nondet_int();
    int i, j;
    for (i = 0; i < n; i++) {
        for (j = 0; j < i; j++) {
        }
    }
    return 0;
}
