// Counting how often each remainder comes.
int main(void) {
    int n, counts[5] = {0}, best = 0;
    while (n > 0) {
        counts[n % 5]++;
        if (counts[n % 5] > counts[best])
            best = n % 5;
        n -= counts[best] % 3 + 1;
    }
    return best + 10 * counts[0] + 20 * counts[best];
}
