// refused: unsigned int becomes int, which is too narrow
// unsigned becomes int
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned u = __VERIFIER_nondet_uint();
    int x = u;
    while (x > 0)
        x -= 7;
    return x;
}
