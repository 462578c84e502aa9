// Logical operators as values: the right side steps only if it is reached.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = -2, z = 0, w = 0;
    int turns = 0;
    x %= 8;
    while (turns++ < 12) {
        z = !x || y++;
        w += x && --y;
        w = w * 2 + z;
        x = x > 0 ? x - 1 : x + 3;
    }
    return w + y * 5 + x;
}
