// Octal, hexadecimal and character literals with suffixes.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int octal = 017 + 0100;
    int hex = 0xfF - 0X10;
    int letter = 'a' - 'A' + '\n' + '\0' + '\x7f' + '\101';
    long wide = 0x100000000L + 010L;
    int count = 0;
    x %= 0x2000;
    while (x > 0) {
        x -= octal;
        octal = octal / 2 + 1;
        count += (x & 0x0F) == 011;
    }
    if (wide / 2 > 0x7FFFFFFFL) {
        count += 1000;
    }
    return count + hex + letter + x + octal;
}
