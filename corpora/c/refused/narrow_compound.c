// refused: long becomes int, which is too narrow
// long becomes int (+=)
int main(void) {
    long big = 1;
    int n = 0;
    while (n < 1000) {
        n += big;
        big = big * 3;
    }
    return n;
}
