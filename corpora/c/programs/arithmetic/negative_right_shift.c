// A right shift of a negative number goes down, a division goes to zero.
int main(void) {
    int x;
    int apart = 0, rounds = 0;
    while (x < -1) {
        apart = apart * 2 + ((x >> 1) != x / 2);
        apart %= 4096;
        x = x >> 1;
        ++rounds;
    }
    return apart + rounds;
}
