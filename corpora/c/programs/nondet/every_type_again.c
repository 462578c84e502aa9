// Unknown values of every type, asked in a loop whose bound they change.
extern unsigned int __VERIFIER_nondet_uint(void);
extern _Bool __VERIFIER_nondet_bool(void);
extern char __VERIFIER_nondet_char(void);
extern unsigned char __VERIFIER_nondet_uchar(void);
extern short __VERIFIER_nondet_short(void);
extern unsigned short __VERIFIER_nondet_ushort(void);
extern long __VERIFIER_nondet_long(void);
extern unsigned long __VERIFIER_nondet_ulong(void);

int main(void) {
    int s = 0;
    for (int left = 25; left > 0; left--) {
        unsigned int u = __VERIFIER_nondet_uint();
        long l = __VERIFIER_nondet_long();
        s += __VERIFIER_nondet_uchar() - 100;
        s -= __VERIFIER_nondet_short() / 3;
        if (__VERIFIER_nondet_bool())
            left -= __VERIFIER_nondet_ushort() > 30 ? 2 : 1;
        else if (__VERIFIER_nondet_char() < 0 && s < 3000)
            left += s % 2 == 0;
        s += u > 50u ? 4 : l % 2 != 0;
        if (__VERIFIER_nondet_ulong() / 2ul == 7ul)
            return s;
    }
    return s * 2;
}
