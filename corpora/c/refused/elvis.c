// refused: the parser does not read it
// syntax (GNU's x ?: y)
int main(void) {
    int n;
    while (n > 0)
        n = (n - 2) ?: -1;
    return n;
}
