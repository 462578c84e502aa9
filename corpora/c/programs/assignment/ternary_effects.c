// Only one of two side effects happens.
int main(void) {
    int a, b, x, n = 0;
    while (a > 0 && b > 0 && n < 50) {
        x = a > b ? a-- : b--;
        n += x % 2 ? 1 : (a -= 1, 2);
        (x & 4) ? a-- : (b -= 2);
    }
    return a * 10 + b + n * 100;
}
