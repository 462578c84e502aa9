int main(void) {
    unsigned n = 30;
    while (n > 5) {
        n -= 4;
    }
    return 0;
}
