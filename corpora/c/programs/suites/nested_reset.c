// The inner counter begins anew in every round of the outer one.
extern int __VERIFIER_nondet_int(void);

int main() {
    int i = __VERIFIER_nondet_int();
    int n = __VERIFIER_nondet_int();
    int j = 0;
    while (i > 0) {
        if (j < n) {
            j = j + 1;
        } else {
            j = 0;
            i = i - 1;
        }
    }
    return 0;
}
