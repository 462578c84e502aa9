extern int __VERIFIER_nondet_int(void);
// A macro without brackets, so that a step down becomes a step up.
#define LAG 1 + 1
int main() {
    int i = __VERIFIER_nondet_int();
    while (i > 0) {
        i = i + 3 - 2 * LAG;
    }
    return 0;
}
