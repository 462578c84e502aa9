// A product of two small matrices.
int main(void) {
    int k;
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int b[3][2] = {{k, 1}, {0, -1}, {2, k}};
    int c[2][2] = {{0}};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int m = 0; m < 3; m++)
                c[i][j] += a[i][m] * b[m][j];
    int s = 0;
    while (c[0][0] > 0 && s < 200) {
        int part = c[1][1]++ % 5;
        c[0][0] -= part + 1;
        s += c[0][1]--;
    }
    return s + c[0][0] + c[1][0] + c[1][1];
}
