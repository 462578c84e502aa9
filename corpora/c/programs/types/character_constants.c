// Character constants, escapes, and digits counted as values.
extern int __VERIFIER_nondet_int(void);

int digit(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c == '\n' ? -1 : c == '\0' ? -2 : -'\\';
}

int main(void) {
    int c = __VERIFIER_nondet_int();
    char sign = '-';
    int s = 0, rounds = 0;
    while (digit(c) != -'\\' && rounds < 20) {
        s = s * 2 + digit(c);
        c += sign == '-' ? -1 : '\x03';
        if (c == '5')
            sign = '+';
        if (sign == '+' && c > '\'')
            c += '\t';
        rounds++;
    }
    return s * 100 + rounds + sign + '\101';
}
