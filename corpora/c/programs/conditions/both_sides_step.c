// Both sides of a condition step a variable, the right one only when the left holds.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int y = 0;
    if (x > 50) {
        x = 50;
    }
    while (x-- > 0 && y++ < 10)
        ;
    return x * 100 + y;
}
