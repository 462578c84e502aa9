// Division by two and shift by one differ for odd negative numbers.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int apart = 0;
    int turns = 0;
    while (x < -1 || x > 1) {
        apart += x / 2 != x >> 1;
        turns++;
        if (turns % 2) {
            x /= 2;
        } else {
            x >>= 1;
        }
    }
    return apart * 100 + turns * 4 + x;
}
