// refused: an unsigned subtraction may pass below zero
// unsigned decrement
int main(void) {
    int s = 0;
    for (unsigned i = 10; i >= 0; i--)
        s++;
    return s;
}
