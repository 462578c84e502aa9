// refused: a value that may be negative becomes unsigned int (unsigned)

int main(void) {
    unsigned int u = 3;
    int i = 5;
    while (u + i > 2) {
        i = i - 1;
    }
    return i;
}
