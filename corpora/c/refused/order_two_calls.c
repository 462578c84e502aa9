// refused: g is written and used in no certain order
// unspecified order (two calls write one global)
int g = 1;

int f(void) {
    g = g * 2;
    return g;
}

int h(void) {
    g = g + 3;
    return g;
}

int main(void) {
    int x = 0;
    while (x < 100)
        x = f() + h();
    return x;
}
