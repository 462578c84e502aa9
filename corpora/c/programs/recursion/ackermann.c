// A call as an argument of itself.
int ackermann(int m, int n) {
    if (m <= 0)
        return n + 1;
    if (n <= 0)
        return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

int main(void) {
    int m, n;
    return ackermann(m > 2 ? 2 : m, n > 5 ? 5 : n);
}
