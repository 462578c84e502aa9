// refused: no main
int count(int n) {
    int s = 0;
    while (n > 0) {
        n--;
        s++;
    }
    return s;
}
