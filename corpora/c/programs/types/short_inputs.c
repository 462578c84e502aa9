// Short values promote to int before they are multiplied, negated and compared.
extern short __VERIFIER_nondet_short(void);
extern unsigned short __VERIFIER_nondet_ushort(void);

int scale(short x, unsigned short y) {
    return x * 300 - y;
}

int main(void) {
    short x = __VERIFIER_nondet_short();
    unsigned short y = __VERIFIER_nondet_ushort();
    int z = scale(x, y);
    int steps = 0;
    if (-x < y)
        steps = 100;
    while (z > x) {
        z = z / 2 - (y % 7 + 1);
        steps += x < 0 ? 2 : 1;
    }
    return z % 1000 * 1000 + steps + (y - 1 < 0);
}
