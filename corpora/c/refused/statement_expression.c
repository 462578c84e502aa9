// refused: an expression of the kind Compound
// syntax (GNU's statement expression)
int main(void) {
    int n = 5;
    while (n > 0)
        n = ({ int t = n; t - 1; });
    return n;
}
