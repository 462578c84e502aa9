// Prefix and postfix steps give different values to the variable on the left.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a = x % 5;
    int b = 0;
    int sum = 0;
    do {
        int p = a++;
        int q = ++b;
        int r = a--;
        int s = --a;
        sum += p * 1 + q * 2 - r * 3 + s * 4;
        a += 2;
    } while (b < 8 && sum < 90);
    return sum * 10 + b - a;
}
