// refused: a pointer
// pointer (an array of them)
int main(void) {
    const char *words[2] = {"one", "two"};
    int n = 0;
    while (words[n % 2][0] == 'o' && n < 10)
        n += 2;
    return n;
}
