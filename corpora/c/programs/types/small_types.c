// Small types are added as int.
extern unsigned char __VERIFIER_nondet_uchar(void);
extern short __VERIFIER_nondet_short(void);
extern char __VERIFIER_nondet_char(void);

int main(void) {
    unsigned char u = __VERIFIER_nondet_uchar();
    short h = __VERIFIER_nondet_short();
    char c = __VERIFIER_nondet_char();
    int s = 0, x = u;
    while (x > 0) {
        s += c - h;
        x -= 1 + (u & 3);
        if (s > u || s < -u)
            s = s / 2 - ~u;
    }
    return s % 256;
}
