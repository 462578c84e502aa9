// refused: floating-point numbers
// double (a cast)
int main(void) {
    int n;
    while (n > 1)
        n = (int)((double)n / 2);
    return n;
}
