// Collatz with the rounds counted.
int main(void) {
    int n, rounds = 0, peak = n;
    while (n > 1) {
        if (n % 2 == 0)
            n /= 2;
        else
            n = 3 * n + 1;
        if (n > peak)
            peak = n;
        rounds++;
    }
    return peak + rounds;
}
