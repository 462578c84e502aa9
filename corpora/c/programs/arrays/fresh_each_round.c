// An array that is made anew in every round.
int main(void) {
    int n, s = 0;
    while (n > 0) {
        int a[3] = {n, 1};
        a[1] += s % 5;
        a[2]++;
        for (int i = 0; i < 2; i++) {
            int b[2] = {0};
            b[i] = a[i] + a[2];
            s += b[0] - b[1];
        }
        n -= a[2] + (a[1] > 3);
    }
    return s;
}
