// refused: a value that may be negative becomes unsigned int (unsigned)
// negative value becomes unsigned (a result)
unsigned shifted(int x) {
    return x + 3;
}

int main(void) {
    int n;
    while (shifted(n) > 2u)
        n = n / 2 - 3;
    return n;
}
