// Euclid's algorithm with truncating remainders on negative arguments.
int main(void) {
    int a, b, rounds = 0;
    while (b != 0) {
        int t = a % b;
        a = b;
        b = t;
        rounds++;
    }
    return a < 0 ? -a + rounds : a + rounds * 1000;
}
