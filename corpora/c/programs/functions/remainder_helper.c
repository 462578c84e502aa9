// Remainders of negative values, given through three functions; each keeps the sign of the left.
extern int __VERIFIER_nondet_int(void);

int wrap(int value, int size) {
    int rest = value % size;
    if (rest < 0)
        rest += size;
    return rest;
}

int unwrapped(int value, int size) {
    return value % size;
}

int both(int value, int size) {
    return 10 * wrap(value, size) + unwrapped(value, size) + value / size;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int total = 0;
    for (int i = n; i < n + 9; i += 2)
        total = total * 2 + both(i, 4) - both(-i, 3);
    return total;
}
