// The complement, also of negative values and of what a comparison gives.
int main(void) {
    int a, b;
    int sum = 0;
    for (int i = 0; i < 6; i++) {
        sum += ~a & 15;
        sum -= ~(a > b);
        sum ^= ~-b;
        a = ~a + i;
        b += !a;
    }
    return sum;
}
