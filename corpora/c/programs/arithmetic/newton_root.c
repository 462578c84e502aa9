// Newton's square root with truncating division.
int main(void) {
    int n, x, y, rounds = 0;
    if (n < 1)
        return 0;
    x = n;
    y = (x + 1) / 2;
    while (y < x) {
        x = y;
        y = (x + n / x) / 2;
        rounds += 1;
    }
    return 10 * x + rounds;
}
