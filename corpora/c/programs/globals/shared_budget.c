// A budget of the file is spent by two functions and given back by a third.
extern int __VERIFIER_nondet_int(void);
int budget = 3 * (4 + 5) - 2;
int spent, refunds;

void spend(int n) {
    if (n > budget)
        n = budget;
    budget -= n;
    spent += n;
}

void refund(void) {
    if (spent % 4 == 0)
        return;
    budget += spent % 4;
    refunds++;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    while (budget > 0 && spent < 400) {
        spend(n % 6 - refunds / 5);
        refund();
    }
    return spent * 1000 + refunds * 10 + budget;
}
