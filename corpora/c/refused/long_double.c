// refused: floating-point numbers
// long double
long double scale = 3;

int main(void) {
    int n = 0;
    while (n < scale)
        n++;
    return n;
}
