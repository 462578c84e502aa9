// refused: float
int main(void) {
    float f = 10;
    int n = 0;
    while (f > 1) {
        f = f / 2;
        n++;
    }
    return n;
}
