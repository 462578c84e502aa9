// Every compound operator.
int main(void) {
    int a, n = 9;
    int s = 5;
    while (n) {
        s += a;
        s -= n;
        s *= 3;
        s /= 2;
        s %= 101;
        s &= ~1;
        s |= n & 6;
        s ^= 10;
        a >>= 1;
        a = a < 0 ? -a : a;
        a %= 1 << n;
        a <<= 1;
        n--;
    }
    return s * 2 + a;
}
