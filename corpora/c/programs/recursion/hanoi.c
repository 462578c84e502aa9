// The towers, with moves counted per peg.
int moves[3];

void move(int n, int from, int to, int over) {
    if (n <= 0)
        return;
    move(n - 1, from, over, to);
    moves[to]++;
    moves[from] -= moves[to] > 3;
    move(n - 1, over, to, from);
}

int main(void) {
    int n;
    move(n > 6 ? 6 : n, 0, 2, 1);
    return moves[0] + 10 * moves[1] + 100 * moves[2];
}
