// The usual loops that count down, some of them past zero.
int main(void) {
    int n, s = 0, i;
    if (n < 0)
        n = -n;
    i = n;
    while (i--)
        s += i;
    i = n;
    while (--i > 0)
        s -= 2 * i;
    i = n;
    while (i-- > 0)
        s++;
    return s * 10 + i;
}
