// Postfix gives the old value, prefix the new one.
int main(void) {
    int i, n, a = 0, b = 0;
    for (i = 0; i < n; i++) {
        a = b++;
        a += ++b;
        int c = a-- - 1;
        int d = --c + 2;
        b -= d > 40 ? d-- : ++c;
    }
    return a * 7 + b;
}
