// A new input in each turn; zero ends, a negative one counts twice.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int sum = 0;
    int last = 1;
    while (last != 0) {
        last = __VERIFIER_nondet_int();
        if (last > 100 || last < -100)
            break;
        if (last < 0) {
            sum += last / 2 * 2;
            continue;
        }
        sum += last % 5;
    }
    return sum;
}
