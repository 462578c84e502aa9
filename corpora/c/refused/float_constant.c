// refused: a floating-point number
// double (a constant)
int main(void) {
    int n = 100, rounds = 0;
    while (n > 1) {
        n = n * 0.5;
        rounds++;
    }
    return rounds;
}
