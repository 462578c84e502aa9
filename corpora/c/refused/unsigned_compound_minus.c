// refused: an unsigned subtraction may pass below zero

int main(void) {
    unsigned long left = 100, step = 7;
    while (left != 0) {
        left -= step;
    }
    return 0;
}
