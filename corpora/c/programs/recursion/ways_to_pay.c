// Counts the ways to pay a sum with coins; two calls in one expression without effects.
extern int __VERIFIER_nondet_int(void);
const int coins[4] = {1, 3, 4, 10};

int ways(int sum, int kinds) {
    if (sum == 0)
        return 1;
    if (sum < 0 || kinds == 0)
        return 0;
    return ways(sum - coins[kinds - 1], kinds) + ways(sum, kinds - 1);
}

int main(void) {
    int sum = __VERIFIER_nondet_int();
    if (sum > 40)
        sum = 40;
    return ways(sum, 4) * 10 + ways(sum / 2, 2);
}
