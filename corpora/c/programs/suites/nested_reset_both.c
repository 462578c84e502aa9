// The inner loop undoes the work of the outer one.
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = __VERIFIER_nondet_int();
    int i = n;
    while (i > 0) {
        i--;
        while (i < n) {
            i++;
        }
    }
    return 0;
}
