// One unknown value of each type, each in its range.
extern int __VERIFIER_nondet_int(void);
extern unsigned int __VERIFIER_nondet_uint(void);
extern _Bool __VERIFIER_nondet_bool(void);
extern char __VERIFIER_nondet_char(void);
extern unsigned char __VERIFIER_nondet_uchar(void);
extern short __VERIFIER_nondet_short(void);
extern unsigned short __VERIFIER_nondet_ushort(void);
extern long __VERIFIER_nondet_long(void);
extern unsigned long __VERIFIER_nondet_ulong(void);

int main(void) {
    int i = __VERIFIER_nondet_int();
    unsigned int u = __VERIFIER_nondet_uint();
    _Bool b = __VERIFIER_nondet_bool();
    char c = __VERIFIER_nondet_char();
    unsigned char d = __VERIFIER_nondet_uchar();
    short h = __VERIFIER_nondet_short();
    unsigned short w = __VERIFIER_nondet_ushort();
    long l = __VERIFIER_nondet_long();
    unsigned long v = __VERIFIER_nondet_ulong();
    int s = i % 10 + b * 2 + c * 3 - d * 4 + h * 5 - w;
    while (l > 5 && u > 2u) {
        l = l / 2 - b;
        u /= 2u;
        s += v % 3ul == 1ul ? 7 : -c;
    }
    return s + (l == 3) * 1000 + (u == 1u) * 2000;
}
