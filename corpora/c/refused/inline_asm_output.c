// refused: the parser does not read it
// inline assembly
int main(void) {
    int n = 5;
    while (n > 0)
        __asm__ volatile("decl %0" : "+r"(n));
    return n;
}
