// An assignment where a comparison was meant.
int main(void) {
    int x, y, s = 0;
    while (s < 60) {
        if ((x = y))
            s += 7;
        else
            s -= x - y;
        y = y > 0 ? y - 1 : x % 3;
    }
    return s + x;
}
