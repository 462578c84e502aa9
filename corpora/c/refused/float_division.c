// refused: a floating-point number

int main(void) {
    int x = 50;
    while (x > 0) {
        x = x / 1.5;
    }
    return 0;
}
