extern int __VERIFIER_nondet_int(void);
#define SIZE 5
// Equal neighbours change places too, and that counts as a change.
int main() {
    int a[SIZE];
    int i, t, changed;
    for (i = 0; i < SIZE; i++) {
        a[i] = __VERIFIER_nondet_int();
    }
    do {
        changed = 0;
        for (i = 0; i + 1 < SIZE; i++) {
            if (a[i] >= a[i + 1]) {
                t = a[i];
                a[i] = a[i + 1];
                a[i + 1] = t;
                changed = 1;
            }
        }
    } while (changed);
    return 0;
}
