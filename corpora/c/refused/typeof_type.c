// refused: the parser does not read it
// syntax (GNU's typeof)
int main(void) {
    int n = 5;
    __typeof__(n) m = 0;
    while (m < n)
        m++;
    return m;
}
