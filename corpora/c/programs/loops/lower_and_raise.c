// The inner loop undoes part of the outer one's work.
int main(void) {
    int x, y, rounds = 0;
    while (x > 0) {
        y = x;
        while (y > 0) {
            y -= 2;
            rounds++;
        }
        x = x + y - 1;
        if (rounds > 2000)
            return -1;
    }
    return rounds * 4 + x - y;
}
