// Compound division and remainder of negative values.
int main(void) {
    int n;
    int a = -17, b = 23, steps = 0;
    while (n > 0) {
        a /= 2;
        b %= -7;
        a -= n * 3;
        b += a % 5;
        n -= 1 + steps % 2;
        steps++;
    }
    return a * 31 + b * 7 + steps;
}
