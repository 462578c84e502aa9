// Any number but zero is true, also a negative one.
int main(void) {
    int x, y, n = 0;
    while (x) {
        if (x - y)
            n += 2;
        if (!(x % 3))
            n--;
        x += x > 0 ? -1 : 1;
        if (-x)
            ++n;
        y = !y;
    }
    return n;
}
