// Continue in a do loop jumps to the condition, which steps.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0, sum = 0;
    if (x > 30 || x < -30)
        x %= 30;
    do {
        n++;
        if (n % 3 == 0)
            continue;
        if (sum > 60)
            break;
        sum += n + (x > 0);
    } while (x-- > -5 && n < 25);
    return sum * 1000 + n * 10 + x;
}
