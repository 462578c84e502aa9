extern int __VERIFIER_nondet_int(void);

int main(void) {
    char c = __VERIFIER_nondet_int();
    int n = 0;
    while (n < c)
        n++;
    return n;
}
