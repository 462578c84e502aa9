// Nested conditional expressions without and with parentheses.
extern int __VERIFIER_nondet_int(void);

int sign(int n)
{
    return n < 0 ? -1 : n > 0 ? 1 : 0;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int path = 0;
    x %= 100;
    while (sign(x) != 0) {
        int move = x > 50 ? 20 : x > 10 ? x % 2 ? 7 : 4 : x < -30 ? -9 : (x < 0 ? -1 : 1);
        x -= move;
        path = (path * 3 + move) % 4001;
    }
    return path;
}
