// Between two walls for ever.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int d = 1;
    while (x >= 0 && x <= 10) {
        if (x == 10)
            d = -1;
        if (x == 0)
            d = 1;
        x = x + d;
    }
    return 0;
}
