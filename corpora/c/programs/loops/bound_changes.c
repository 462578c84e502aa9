// The bound of a loop moves; for some inputs it moves as fast as the counter.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int bound = 10, sum = 0;
    if (x < 0 || x > 6)
        return 0;
    for (int i = 0; i < bound; i++) {
        if (i % (x + 1) == 0)
            bound += x == 5 ? -1 : 1;
        sum = (sum + bound * i) % 997;
        if (i > 900)
            i -= 600, bound -= 600;
        if (bound > 500 && x)
            break;
    }
    return sum;
}
