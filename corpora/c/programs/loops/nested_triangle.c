// Three nested loops whose bounds hang on each other.
int main(void) {
    int n, i, j, k, s = 0;
    if (n > 12)
        n = n % 12;
    for (i = 0; i < n; i++)
        for (j = i; j < n; j++)
            for (k = j; k > i; k--)
                s += i * j - k;
    return s + i * 100;
}
