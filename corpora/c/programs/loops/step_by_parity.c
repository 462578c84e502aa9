// The step hangs on the parity and may lead back.
int main(void) {
    int x, s = 0;
    while (x != 0 && x < 500) {
        if (x % 3 == 0)
            x = x / 3;
        else if (x % 3 == 1)
            x = 2 * x + 1;
        else
            x = x - 1;
        s = s * 2 % 61 + x % 5;
    }
    return s * 3 + x;
}
