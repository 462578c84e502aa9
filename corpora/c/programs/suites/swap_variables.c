// Two variables change places in every round.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    while (x > 0 && y > 0) {
        int t = x - 1;
        x = y;
        y = t;
    }
    return 0;
}
