// Kernighan's count of the bits that are set.
int main(void) {
    int n;
    int bits = 0, lowest = 0;
    if (n < 0)
        n = -(n + 1);
    while (n) {
        lowest ^= n & -n;
        n &= n - 1;
        bits++;
    }
    return bits * 256 + (lowest & 255);
}
