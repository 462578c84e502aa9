// Parameters are copies that the function may change.
int drain(int a, int b) {
    int rounds = 0;
    while (a > b) {
        a -= 2;
        b++;
        rounds++;
    }
    a = b = rounds;
    return a + b;
}

int main(void) {
    int a, b;
    int r = drain(a, b);
    r = r * 3 + drain(b, a);
    return r + a - b;
}
