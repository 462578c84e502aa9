// Two arrays as arguments, one read and one written.
int merge(int to[], const int from[], int n, int shift) {
    int moved = 0;
    for (int i = 0, j = shift; i < n; i++, j = (j + 1) % n)
        if (from[j] > to[i]) {
            to[i] = from[j];
            moved++;
        }
    return moved;
}

int main(void) {
    int n;
    int a[5] = {0, 0, 0, 0, 0};
    int b[5] = {3, n, 4, -1, 5};
    int rounds = 0, moved = 0;
    while (rounds < 5) {
        moved += merge(a, b, 5, rounds++);
        b[rounds % 5] -= 2;
    }
    for (int i = 0; i < 5; i++)
        moved = moved * 2 + a[i];
    return moved;
}
