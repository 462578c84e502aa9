// refused: an unsigned subtraction may pass below zero
int main(void) {
    unsigned n = 30;
    while (n > 2) {
        n -= 4;
    }
    return 0;
}
