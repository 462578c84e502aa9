// refused: floating-point numbers
// double
int below(double x) {
    return x < 1;
}

int main(void) {
    int n = 8;
    while (!below(n))
        n /= 2;
    return n;
}
