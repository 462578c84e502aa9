// Right shift of a negative number rounds down and sticks at -1, so only x >= 0 ends.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int bits = 0;
    while (x) {
        x >>= 1;
        bits = bits + 1 & 1023;
    }
    return bits;
}
