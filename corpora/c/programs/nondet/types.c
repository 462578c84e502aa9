// Unknown values of all types.
extern char __VERIFIER_nondet_char(void);
extern unsigned char __VERIFIER_nondet_uchar(void);
extern short __VERIFIER_nondet_short(void);
extern long __VERIFIER_nondet_long(void);
extern unsigned int __VERIFIER_nondet_uint(void);
extern _Bool __VERIFIER_nondet_bool(void);

int main(void) {
    char c = __VERIFIER_nondet_char();
    unsigned char u = __VERIFIER_nondet_uchar();
    short h = __VERIFIER_nondet_short();
    long w = __VERIFIER_nondet_long();
    unsigned int v = __VERIFIER_nondet_uint();
    _Bool b = __VERIFIER_nondet_bool();
    int rounds = 0;
    while (w > 0) {
        w -= u + 1;
        if (b && c < h)
            w -= 5;
        b = v % 2u == 0u;
        v = v / 2u;
        rounds++;
    }
    return rounds * 4 + b + (w < c);
}
