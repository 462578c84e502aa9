// A quarter turn in every round.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int();
    int t;
    while (x != 0 || y != 0) {
        t = x;
        x = -y;
        y = t;
    }
    return 0;
}
