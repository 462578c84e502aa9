// The inner loop hands its rounds over to the outer counter.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    while (x < 100) {
        int y = __VERIFIER_nondet_int();
        x++;
        while (y > 0) {
            y--;
            x++;
        }
    }
    return 0;
}
