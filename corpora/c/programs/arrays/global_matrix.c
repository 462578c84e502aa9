// A global table of two dimensions, which begins at zero.
int grid[4][5];
int score;

void mark(int row, int column) {
    grid[row][column]++;
    score += grid[row][column] * (row + 1);
}

int main(void) {
    int seed;
    int at = (seed % 20 + 20) % 20;
    while (grid[at / 5][at % 5] < 2) {
        mark(at / 5, at % 5);
        at = (at * 7 + 3) % 20;
    }
    return score * 20 + at;
}
