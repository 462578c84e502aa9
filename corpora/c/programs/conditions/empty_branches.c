// Branches and statements that do nothing.
int main(void) {
    int x, n = 0;
    ;
    while (x > 0) {
        ;
        if (x % 2)
            ;
        else
            n++;
        if (x > 5) {
        } else {
            n += 2;
            ;
        }
        if (x--, x == 3)
            ;
    }
    for (; n > 0; n -= 3)
        ;
    return n * 5 + x;
}
