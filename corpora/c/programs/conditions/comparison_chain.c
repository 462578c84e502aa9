// a < b < c compares a truth value.
int main(void) {
    int a, b, c, n = 0;
    while (a < b) {
        if (a < b < c)
            n++;
        if ((a == b) == c)
            n += 2;
        if (a > -3 > c)
            n += 4;
        c -= a++ > 0;
    }
    return n + c;
}
