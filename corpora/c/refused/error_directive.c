// refused: #error
#ifndef CONFIGURED
#error "configure me first"
#endif

int main(void) {
    int n = 3;
    while (n > 0)
        n--;
    return n;
}
