// Swapping without a third variable.
int main(void) {
    int a, b, swaps = 0;
    while (a > b && swaps < 100) {
        a ^= b;
        b ^= a;
        a ^= b;
        a += 2;
        b -= swaps;
        swaps++;
    }
    return a - b + swaps;
}
