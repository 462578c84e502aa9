// refused: a value that may be negative becomes unsigned int (unsigned)
// negative value becomes unsigned (-1)
int main(void) {
    unsigned top = -1;
    unsigned n = 1;
    while (n < top / 2u)
        n = n * 2u;
    return 0;
}
