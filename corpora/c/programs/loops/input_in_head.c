// The condition itself reads an input.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int n = 0;
    int value = 0;
    while (n < 6 && __VERIFIER_nondet_int() > value) {
        n++;
        value += n * 2 - 7;
        do {
            value -= n % 3;
        } while (value > 4);
    }
    return n * 100 + value;
}
