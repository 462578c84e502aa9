// Division and remainder associate to the left, also with negative operands.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int d = -4;
    int sum = 0;
    while (d <= 4) {
        if (d != 0) {
            sum += x / d / 2 * d;
            sum += x % 10 / d;
            sum -= 100 / d % 7 * 3;
        }
        d++;
        if (sum > 100000 || sum < -100000) {
            sum = sum % 1000;
        }
    }
    return sum;
}
