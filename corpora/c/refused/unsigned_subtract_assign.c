// refused: an unsigned subtraction may pass below zero
// unsigned subtraction (-=)
int main(void) {
    unsigned n = 30;
    while (n > 5) {
        n -= 4;
    }
    return 0;
}
