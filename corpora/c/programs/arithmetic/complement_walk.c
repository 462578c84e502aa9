// The complement of x is -x - 1, so the walk changes sides until the value is small.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int steps = 0;
    if (x > 1000 || x < -1000) {
        return ~0;
    }
    while (x != 0 && x != -1) {
        x = ~x;
        if (x > 0) {
            x -= 3 & x ? 1 : 4;
        }
        steps++;
    }
    return x ? -steps : steps;
}
