// Chained assignments, plain and compound.
int main(void) {
    int n, a, b, c;
    a = b = c = 0;
    while (a < n) {
        a += b = c += 1;
        b = a = a + (c -= -1);
        c = -(b -= 2) % 5;
        if (c <= 0)
            c = b = 1;
    }
    return a * 100 + b * 10 + c;
}
