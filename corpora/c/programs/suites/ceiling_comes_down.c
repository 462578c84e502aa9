// The bound comes towards the counter or stays.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = 0;
    int c = __VERIFIER_nondet_int();
    int d = __VERIFIER_nondet_int();
    if (d > 0)
        return 1;
    while (x < c) {
        x = x + 1;
        c = c + d;
    }
    return 0;
}
