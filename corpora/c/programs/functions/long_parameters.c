// Arguments and results that become wider.
long widen(long x, int y) {
    return x * 100000 + y;
}

long sum(unsigned char c, short s) {
    return c + s;
}

int main(void) {
    int n, rounds = 0;
    long w = n;
    while (w > 0) {
        w = w / 2 - sum(3, -4);
        w = w > 1000000 ? 0 : w;
        rounds++;
        if (rounds > 40)
            return widen(rounds, n) > 4000000L;
    }
    return rounds;
}
