// refused: int becomes short
int main(void) {
    int n;
    short s = 0;
    while (s < 100) {
        s = n * 3;
        n++;
    }
    return s;
}
