// refused: the parser does not read it
// syntax (GNU's nested function)
int main(void) {
    int n = 5;
    int less(int x) { return x - 1; }
    while (n > 0)
        n = less(n);
    return n;
}
