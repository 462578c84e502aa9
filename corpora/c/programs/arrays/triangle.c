// Pascal's triangle in a global two-dimensional array that starts with zeros.
extern int __VERIFIER_nondet_int(void);
int triangle[10][10];

void build(int rows) {
    for (int i = 0; i < rows; i++) {
        triangle[i][0] = 1;
        for (int j = 1; j <= i; j++)
            triangle[i][j] = triangle[i - 1][j - 1] + triangle[i - 1][j];
    }
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int k = n % 10;
    if (k < 0)
        k = -k;
    build(k + 1);
    int s = 0, sign = 1;
    for (int j = 0; j < 10; j++) {
        s = s * 3 + sign * triangle[k][j];
        sign = -sign;
    }
    while (s % 4 != 0)
        s += triangle[k][k / 2];
    return s;
}
