// Inner declarations hide outer variables of the same name.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int i = 3, sum = 0;
    for (int i = 0; i < 4; i++) {
        int x = i * 2;
        sum += x;
        {
            int i = 10;
            sum += i--;
            x -= i;
        }
        sum -= x;
    }
    while (i-- > 0) {
        int sum = x % 5;
        x = sum - i;
    }
    return sum * 100 + i + x;
}
