// Bytes from outside are used as int values, whose differences may be negative.
extern unsigned char __VERIFIER_nondet_uchar(void);
extern char __VERIFIER_nondet_char(void);

int main(void) {
    unsigned char a = __VERIFIER_nondet_uchar();
    unsigned char b = __VERIFIER_nondet_uchar();
    char c = __VERIFIER_nondet_char();
    int gap = a - b;
    int rounds = 0;
    while (gap != 0 && rounds < 300) {
        gap = gap > 0 ? gap / 2 - 1 : gap + 3;
        gap += c < 0 ? -c % 3 : 0;
        rounds++;
    }
    return rounds * 1000 + (a << 8 | b) % 500 + c * 3 + ~b;
}
