// refused: the parser does not read it
// syntax (an unclosed block)
int main(void) {
    int n = 5;
    while (n > 0) {
        n--;
    return n;
}
