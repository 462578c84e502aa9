// A variable that is declared in the body starts anew in each turn.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int total = 0;
    for (int i = x % 5, n = 8; n > 0; n--, i += 2) {
        int fresh = 1;
        int parts[3] = {i};
        while (fresh < 20) {
            fresh += fresh + parts[fresh % 3]++;
            if (parts[0] > 6 || fresh < 0)
                break;
        }
        total += fresh + parts[1] * 3 - parts[2];
    }
    return total;
}
