// Up to a wall, then down to zero.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int d = 1;
    if (x > 50)
        return 0;
    while (x > 0) {
        if (x == 50)
            d = -1;
        x += d;
    }
    return 0;
}
