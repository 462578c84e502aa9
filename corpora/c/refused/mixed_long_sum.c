// refused: a value that may be negative becomes unsigned long (unsigned)
// negative value becomes unsigned long
int main(void) {
    int n;
    unsigned long u = 100;
    while (u + n > 3ul)
        u = u / 2ul;
    return 0;
}
