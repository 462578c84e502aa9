// Locals that are read before they are written hold what nobody knows.
int main(void) {
    int x, y, z;
    long total;
    int rounds = 0;
    if (x > 10)
        y = x - 10;
    while (y > 0 && rounds < 40) {
        y -= z > 0 ? z : 1;
        x += y % 3;
        rounds++;
    }
    total = x + 2L * y;
    return rounds * 10 + (total > z);
}
