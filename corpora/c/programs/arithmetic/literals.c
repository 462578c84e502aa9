// Decimal, hexadecimal, octal, character and long constants.
int main(void) {
    int n;
    long wide = 0x100000000L;
    int sum = 0x1F + 017 + 10 + 'A' + '\n' + '\0' + '\x41' + '\101' + '\\';
    for (int i = 0; i < n; i += 0x3)
        sum += i % 2 ? 0XA : 010;
    wide += 5LL + 7l;
    if (wide / 2 > 2147483647L)
        sum += 1;
    return sum % 251;
}
