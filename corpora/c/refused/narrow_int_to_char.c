// refused: int becomes char
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int wide = __VERIFIER_nondet_int();
    char c = wide;
    int n = 0;
    while (n < c)
        n++;
    return n;
}
