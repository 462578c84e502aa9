// refused: a value that may be negative becomes unsigned int (unsigned)
// negative value becomes unsigned
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    unsigned u = x;
    while (u > 0u)
        u = u / 2u;
    return 0;
}
