// Chains of unary operators: minus, complement, plus and not.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int sum = 0;
    if (x < -64 || x > 64) {
        x = -~-x % 64;
    }
    for (int i = -3; i <= 3; ++i) {
        sum += - -i + ~-x - -~i;
        sum += !!x * 5 + !~x * 7 - -!x;
        x = +~x;
        sum ^= -(i * x) / 3;
    }
    return sum;
}
