// A local of a function called in a loop that nobody sets.
int guess(int x) {
    int y;
    if (y > x)
        return x;
    return y;
}

int main(void) {
    int n, rounds = 0;
    while (n > 0) {
        int g = guess(n);
        n -= g > 0 ? g : 1;
        rounds++;
    }
    return rounds;
}
