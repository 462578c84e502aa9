// A walk between two borders that turns when it meets one.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int step = 3, turns = 0, n = 0;
    x = x % 10;
    for (;;) {
        x += step;
        n++;
        if (x > 12 || x < -12) {
            step = -step - turns % 2;
            turns++;
            if (turns == 4)
                break;
            continue;
        }
        if (x == 0 && turns)
            return n * 100 + step;
    }
    return -(n * 10 + x);
}
