// A test for odd numbers with == 1 fails for negative odd ones, which then loop for ever.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int count = 0;
    while (x != 0 && count < 1000) {
        if (x % 2 == 1) {
            x = x - 1;
        } else if (x % 2 == 0) {
            x = x / 2;
        } else {
            x = x % 2;
            count = x;
        }
        count++;
    }
    return count;
}
