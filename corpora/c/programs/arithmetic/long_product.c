// A product that needs more than 32 bits, kept in a long.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    long product = 1L;
    int turns = 0;
    if (x < 2 || x > 90000) {
        return x < 2 ? -2 : -3;
    }
    while (product < 1000000000000L) {
        product *= x;
        turns++;
    }
    while (product % 10 == 0) {
        product /= 10;
        turns += 100;
    }
    return product > 2147483647L ? turns : -turns;
}
