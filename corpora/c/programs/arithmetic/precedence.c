// Operators whose precedence is easily taken for another one.
int main(void) {
    int a, b, c;
    int r = 0;
    for (int i = 0; i < 5; ++i) {
        r += (a & 3) == b;
        r += a & (3 == b);
        r = r * 2 - -i - - a % 7;
        r += a + b * c % 5 - (a - b - c);
        r ^= 1 << 2 + 1;
        r |= a < b == c < b;
        r += !a == b, a -= 1;
        r -= -a * -b / 3;
        b = c - (b - a);
        r %= 10007;
    }
    return r;
}
