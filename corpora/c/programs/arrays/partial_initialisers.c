// Items without a first value are zero.
int a[6] = {1, 2};
int b[] = {9, 8, 7};
int c[2][2] = {{1}, {2}};

int main(void) {
    int n;
    int d[5] = {0}, e[4] = {n, n + 1};
    int s = 0;
    for (int i = 0; i < 5; i++) {
        d[i] += a[i] + b[i % 3] * 2;
        s += d[i] - e[i % 4];
        a[i + 1] += c[i % 2][i / 3];
    }
    return s + a[5];
}
