// Loop conditions with two counters, of which the second stands still at times.
int main(void) {
    int x, y = 0, rounds = 0;
    while (x-- > 0 && y++ < 10)
        rounds++;
    while (y-- || x++ < -3) {
        if (++rounds > 500)
            break;
    }
    return x * 100 + y * 10 + rounds;
}
