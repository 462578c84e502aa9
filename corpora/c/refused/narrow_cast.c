// refused: int becomes char, which is too narrow
// int becomes signed char (a cast)
int main(void) {
    int n, s = 0;
    while (n > 0) {
        s += (signed char)n;
        n--;
    }
    return s;
}
