// Many ways out of one function.
int classify(int x, int y) {
    if (x > y)
        return x - y;
    while (x < y) {
        if (y % 5 == 0)
            return y;
        y--;
        if (x + y == 7)
            return 7;
    }
    return -1;
}

int main(void) {
    int a, b, s = 0;
    for (int i = 0; i < 10; i++)
        s += classify(a + i, b - i % 3) * (i + 1);
    return s;
}
