// refused: a value that may be negative becomes unsigned int (unsigned)
// negative value becomes unsigned (comparison of int with unsigned)
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    unsigned bound = 10;
    while (x < bound)
        x++;
    return 0;
}
