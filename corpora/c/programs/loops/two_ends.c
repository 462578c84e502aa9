// Two indices run towards each other.
int main(void) {
    int i, j, n, s = 0;
    for (i = 0, j = n; i < j; i++, j--)
        s += (j - i) * (i % 3 - 1);
    for (i = n, j = 0; i >= j; i -= 2, ++j)
        s -= i;
    return s + i - j;
}
