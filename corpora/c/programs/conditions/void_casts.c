// Expressions whose value is thrown away.
int f(int x) {
    return x + 1;
}

int main(void) {
    int x, y = 0;
    while (y < 8) {
        (void)f(x);
        (void)(x > 0 && (x -= 1));
        (void)y;
        x == 0;
        f(y++);
        (void)0;
        x ? (void)(y += 1) : (void)(x = 5);
    }
    return x + y;
}
