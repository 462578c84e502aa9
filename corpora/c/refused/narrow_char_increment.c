// refused: int becomes unsigned char, which is too narrow
// int becomes unsigned char (++)
int main(void) {
    unsigned char c = 1;
    int n = 0;
    while (c != 0) {
        c++;
        n++;
    }
    return n;
}
