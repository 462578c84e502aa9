extern int __VERIFIER_nondet_int(void);
// Odd numbers are tripled and lowered by one, as long as they are at least two.
int main() {
    int x = __VERIFIER_nondet_int();
    while (x >= 2) {
        if (x % 2 == 0) {
            x = x / 2;
        } else {
            x = 3 * x - 1;
        }
    }
    return 0;
}
