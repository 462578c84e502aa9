// Initialisers run from left to right and may use those before.
int main(void) {
    int n;
    int a = n++, b = a + n, c = (a++, b--), d = a * b + c;
    while (d > a) {
        int d1 = d--, e = d1 - d;
        d -= e + (c = -c) * (b < 0);
        a++;
    }
    return a + 2 * b + 3 * c + 5 * d + n;
}
