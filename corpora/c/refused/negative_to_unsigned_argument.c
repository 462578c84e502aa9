// refused: a value that may be negative becomes unsigned int (unsigned)
// negative value becomes unsigned (an argument)
int odd(unsigned x) {
    return x % 2u == 1u;
}

int main(void) {
    int n;
    while (odd(n))
        n /= 3;
    return n;
}
