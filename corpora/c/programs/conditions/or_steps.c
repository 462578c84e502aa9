// The right side of an or steps only when the left fails.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = __VERIFIER_nondet_int() % 10;
    int turns = 0;
    x %= 10;
    while (x-- > 0 || --y > 0) {
        turns++;
        if (x < 0 && y == 3)
            x += 2;
    }
    return turns * 100 + x * 10 + y;
}
