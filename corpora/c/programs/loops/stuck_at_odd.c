// Counts down by two and misses zero for odd numbers.
int main(void) {
    int n, s = 0;
    if (n < 0)
        n = -n;
    while (n != 0) {
        n -= 2;
        s = (s + n) % 11;
    }
    return s;
}
