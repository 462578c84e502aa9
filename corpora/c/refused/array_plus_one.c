// refused: an array as a value
// array as a value (a + 1 as an argument)
int first(int a[]) {
    return a[0];
}

int main(void) {
    int a[3] = {4, 5, 6}, n;
    while (n > 0)
        n -= first(a + 1);
    return n;
}
