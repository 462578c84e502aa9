// A do loop that runs once, with breaks that jump past its end.
extern int __VERIFIER_nondet_int(void);

int check(int n)
{
    int score = 0;
    do {
        if (n < 0)
            break;
        score += 5;
        if (n % 2)
            continue;
        score += 20;
    } while (0);
    return score + 1;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int total = 0;
    for (int i = x % 8 - 4; i < 6; i++)
        total = total * 2 + check(i);
    return total;
}
