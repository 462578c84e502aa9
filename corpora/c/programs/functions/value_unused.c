// Values of calls that nobody uses.
int g = 3;

int bump(int by) {
    g += by;
    return g;
}

int no_value(int x) {
    if (x > 2)
        g--;
}

int main(void) {
    int n;
    while (g < n) {
        bump(2);
        (void)bump(-1);
        no_value(g % 5);
        bump(bump(0) % 2), g++;
    }
    return g;
}
