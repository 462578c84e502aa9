// A counter that begins below the number it must hit.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    if (x <= y) {
        while (x != y) {
            x++;
        }
    }
    return 0;
}
