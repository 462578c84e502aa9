// A conditional expression is the condition of a loop.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int up = 1;
    int n = x % 12, turns = 0;
    while (up ? n++ < 15 : n-- > -5) {
        turns++;
        if (n == 14)
            up = !up;
        if ((n % 3 ? turns-- : ++turns) > 20)
            break;
    }
    return n * 100 + turns + up;
}
