// refused: long becomes int
extern long __VERIFIER_nondet_long(void);

int main(void) {
    long w = __VERIFIER_nondet_long();
    int x = w;
    while (x > 0)
        x /= 2;
    return x;
}
