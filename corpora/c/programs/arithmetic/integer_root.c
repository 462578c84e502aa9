// The integer square root by odd numbers.
int main() {
    int n;
    int odd = 1, square = 1, root = 0;
    if (n < 0)
        n = -n;
    while (square <= n) {
        root++;
        odd += 2;
        square += odd;
    }
    return root * 1000 + square - n;
}
