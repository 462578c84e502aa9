// A row count and a table as parameters.
int trace_of(int m[3][3], int n) {
    int t = 0;
    for (int i = 0; i < n; i++)
        t += m[i][i];
    m[0][n - 1] += t;
    return t;
}

int main(void) {
    int m[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int limit, rounds = 0;
    while (m[0][2] < limit) {
        int t = trace_of(m, 3);
        m[1][1] -= t % 4;
        trace_of(m, 2);
        rounds++;
        if (rounds > 60)
            break;
    }
    return m[0][2] + m[1][1] * 3 + m[0][1] * 5 + rounds;
}
