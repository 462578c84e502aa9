// A function that asks, called once.
extern int __VERIFIER_nondet_int(void);

int read_size(void) {
    int size = __VERIFIER_nondet_int();
    if (size < 0)
        size = -size;
    return size % 50 + __VERIFIER_nondet_int() % 3;
}

int main(void) {
    int n = read_size(), s = 0;
    for (int i = n; i > 0; i -= 1 + s % 2)
        s += i;
    return s;
}
