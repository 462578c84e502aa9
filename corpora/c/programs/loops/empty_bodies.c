// Loops whose whole work is in the head.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a = x % 9, b = 0, c = 0;
    while ((a += 3) < 10)
        ;
    for (; b < a; c += b++) {
    }
    do
        ;
    while (c-- % 6);
    for (x = c; x > 4; x -= 3, b++)
        ;
    return a * 1000 + b * 100 + c * 10 + x;
}
