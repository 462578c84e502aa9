// Shifts to both sides, also as compound assignments.
int main(void) {
    int n;
    int left = 1, right = 0x4000, mixed = 0;
    if (n < 0)
        n = -n % 20;
    n = n % 14;
    for (int i = 0; i < n; i++) {
        left <<= 1;
        right >>= 1;
        mixed += (left >> 2) | (right << 1);
        mixed ^= left >> i;
    }
    return (mixed & 0xff) + (left >> 3) + right;
}
