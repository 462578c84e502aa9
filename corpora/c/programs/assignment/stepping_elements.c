// Compound assignments through elements with stepping indices.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a[4] = {100, -100, 37, -37};
    int i = 4, turns = 0;
    while (a[0] > 3 && turns < 20) {
        i = 0;
        a[i++] /= 2 + (x & 1);
        a[i++] %= 17;
        a[i--] /= 2;
        a[i] ^= x & 7;
        a[++i] |= 9;
        a[++i] >>= 1;
        a[2] &= 0xFF;
        a[2] <<= turns % 2;
        a[i] -= turns++;
    }
    return a[0] + a[1] * 3 + a[2] * 5 + a[3] * 7 + i;
}
