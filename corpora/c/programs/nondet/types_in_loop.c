// Values of all types that are asked for again and again.
extern char __VERIFIER_nondet_char(void);
extern unsigned char __VERIFIER_nondet_uchar(void);
extern unsigned short __VERIFIER_nondet_ushort(void);
extern long __VERIFIER_nondet_long(void);
extern unsigned int __VERIFIER_nondet_uint(void);
extern _Bool __VERIFIER_nondet_bool(void);

int main(void) {
    long s = 0;
    int rounds = 0;
    while (rounds < 20) {
        char c = __VERIFIER_nondet_char();
        s += c;
        s -= __VERIFIER_nondet_uchar();
        s += __VERIFIER_nondet_bool() ? __VERIFIER_nondet_long() : 3;
        if (__VERIFIER_nondet_uint() % 4u == 1u)
            rounds += 2;
        rounds += __VERIFIER_nondet_ushort() < 5 ? 2 : 1;
    }
    return rounds + (s > 0);
}
