// refused: floating-point numbers
// double (a result)
extern double __VERIFIER_nondet_double(void);

int main(void) {
    int n = 0;
    while (__VERIFIER_nondet_double() > 1)
        n++;
    return n;
}
