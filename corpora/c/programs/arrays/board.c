// A two-dimensional array with initialisers in braces, some missing, walked by a knight.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int board[4][3] = {{1, -2, 3}, {4}, {0, 5, -6}};
    int r = __VERIFIER_nondet_int(), c = __VERIFIER_nondet_int();
    if (r < 0 || r > 3 || c < 0 || c > 2)
        return -1;
    int s = 0, steps = 0;
    while (board[r][c] < 9 && steps < 70) {
        s += board[r][c];
        board[r][c] += 2;
        if (s % 2 == 0)
            r = (r + 2) % 4;
        else
            c = (c + 1) % 3;
        if (board[r][c] == 0)
            board[(r + 1) % 4][c]++;
        steps++;
    }
    return s * 100 + steps + board[1][2] - board[3][0];
}
