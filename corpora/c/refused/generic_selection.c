// refused: an expression of the kind GenericSelection
// syntax (_Generic)
int main(void) {
    int n = 9;
    while (n > 0)
        n -= _Generic(n, int: 2, long: 3);
    return n;
}
