// Loops inside cases: their breaks are their own.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = x % 7 + 7;
    int sum = 0;
    while (n > 0) {
        switch (n % 3) {
        case 0:
            while (1) {
                sum += 2;
                if (sum % 5 == 0)
                    break;
                if (sum > 100)
                    return sum;
            }
            sum++;
        case 1:
            for (int i = 0; i < n; i++) {
                if (i == 3)
                    continue;
                sum += i;
            }
            break;
        default:
            do {
                sum -= 4;
            } while (sum > 30);
            n--;
        }
        n--;
    }
    return sum * 10 + n;
}
