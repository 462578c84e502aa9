// refused: a text as a value
// string as a value
int main(void) {
    int n = 0;
    while ("stop"[n] != 0)
        n++;
    return n;
}
