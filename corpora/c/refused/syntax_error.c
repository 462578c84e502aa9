// refused: the parser does not read it
// syntax
int main(void) {
    int n = 5;
    while (n > 0 {
        n--;
    }
    return n;
}
