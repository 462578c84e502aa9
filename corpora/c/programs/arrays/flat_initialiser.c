// A two-dimensional array whose initialiser has no inner braces, and one of inferred length.
extern int __VERIFIER_nondet_int(void);
int flat[2][3] = {7, 1, 8, 2, 9};
int rows[][2] = {{1, 2}, {3}, {5, 6}};

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    for (int i = 0; i < n && i < 50; i++) {
        flat[i % 2][i % 3] -= rows[i % 3][1];
        rows[i % 3][i % 2] += flat[1][i % 3] % 4;
        s = s * 2 % 1009 + flat[0][2] - rows[2][0];
    }
    return s * 10 + flat[1][2] + rows[1][1];
}
