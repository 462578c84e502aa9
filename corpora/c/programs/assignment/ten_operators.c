// All ten compound assignments in one loop.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int v = x % 1000;
    int i = 1;
    while (i < 9) {
        v += 7;
        v -= i * 13;
        v *= 3 - i % 2 * 5;
        v /= i + 1;
        v %= 701;
        v >>= i % 3;
        v &= ~i & 0xFFF;
        v <<= 2 - i % 2;
        v |= 1 << i;
        v ^= 0x55;
        i++;
        v -= 2 * v % 900;
    }
    return v;
}
