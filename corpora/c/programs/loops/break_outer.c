// A flag leaves two loops, a break only one.
int main(void) {
    int n, m, found = 0, steps = 0;
    for (int i = 1; i <= n && !found; i++) {
        for (int j = 1; j <= i; j++) {
            steps++;
            if (i * j == m) {
                found = i * 100 + j;
                break;
            }
            if (i * j > m)
                break;
        }
    }
    return found + steps;
}
