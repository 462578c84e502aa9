// An array that one loop fills and another reads.
int main(void) {
    int n, a[20], s = 0;
    for (int i = 0; i < 20; i++)
        a[i] = (i * n + 3) % 11;
    for (int i = 19; i >= 0; i -= 2)
        s = s * 2 % 1000 + a[i];
    return s;
}
