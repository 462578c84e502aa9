// refused: an array as a value
// array as a value (comparison of arrays)
int main(void) {
    int a[2] = {0}, b[2] = {0}, n = 5;
    while (n > 0 && a != b)
        n--;
    return n;
}
