// Two-dimensional arrays of inferred length, with rows that are not full, in the file and in main.
extern int __VERIFIER_nondet_int(void);
int flat[2][3] = {{7, 1, 8}, {2, 9}};
int rows[][2] = {{1, 2}, {3}, {5, 6}};

int main(void) {
    int n = __VERIFIER_nondet_int();
    int own[][3] = {{n}, {n + 1, -n}};
    int s = 0;
    for (int i = 0; i < n && i < 50; i++) {
        flat[i % 2][i % 3] -= rows[i % 3][1];
        rows[i % 3][i % 2] += flat[1][i % 3] % 4;
        own[1][2] += own[i % 2][0] % 3;
        s = s * 2 % 1009 + flat[0][2] - rows[2][0];
    }
    return s * 10 + flat[1][2] + rows[1][1] + own[1][1] * 2 - own[1][2];
}
