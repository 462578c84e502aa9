// Single bits of a number are flags that are set, cleared and tested.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int flags = x & 0x1F;
    int n = 0;
    while ((flags & (1 | 4)) != 5 && n < 30) {
        if (flags & 2 && !(flags & 8) || n % 5 == 4)
            flags |= 1 << n % 4;
        else if (~flags & 16)
            flags ^= 0x12;
        else
            flags &= ~(flags & 2) ^ 1;
        n += flags > 20 ? 1 : 2;
    }
    return flags * 100 + n;
}
