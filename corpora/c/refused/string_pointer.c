// refused: a pointer
// pointer (to a string)
int main(void) {
    const char *text = "some";
    int n = 0;
    while (text[n])
        n++;
    return n;
}
