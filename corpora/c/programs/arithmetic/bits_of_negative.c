// And, or, exclusive or and complement on negative operands.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = -(x & 0x3F) - 5;
    int total = 0;
    for (int i = 0; i < 6; i++) {
        int a = y & ~i;
        int b = y | i << 2;
        int c = (y ^ x) & 0xFF;
        total += a - b + c * (i + 1);
        y = ~y ^ i;
    }
    return total;
}
