// A for loop with several variables in its head.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int i, j, sum = 0;
    for (i = 0, j = x % 20; i < j; i++, j -= 2) {
        sum += i * j;
        if (sum % 3 == 0)
            continue;
        sum -= i;
    }
    return sum * 100 + i * 10 + j;
}
