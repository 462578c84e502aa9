extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    int y = x;
    x = __VERIFIER_nondet_int();
    while (x < y && y < 50)
        x++;
    return x - y;
}
