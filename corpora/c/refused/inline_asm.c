// refused: nobody knows what __inline_assembly does
// inline assembly
int main(void) {
    int n = 5;
    while (n > 0) {
        __asm__("nop");
        n--;
    }
    return n;
}
