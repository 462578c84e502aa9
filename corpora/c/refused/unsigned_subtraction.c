// refused: unsigned subtraction
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned int a = __VERIFIER_nondet_uint(), b = __VERIFIER_nondet_uint();
    while (a - b > 5u)
        a = a / 2u;
    return 0;
}
