// Letters as numbers.
int main(void) {
    int n;
    int c = 'a';
    const char top = 'z';
    int s = 0;
    while (c <= top) {
        s += c % 5 == 0 ? c - '0' : '\t';
        c += n > 3 ? 'c' - 'a' : 1;
        if (c == 'y')
            s += '\'' + '"';
    }
    return s;
}
