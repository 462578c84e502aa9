// refused: 128 bits
// __int128
int main(void) {
    __int128 x = 1;
    int n = 0;
    while (x > 0 && n < 200) {
        x = x * 2;
        n++;
    }
    return n;
}
