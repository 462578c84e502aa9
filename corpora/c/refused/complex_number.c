// refused: complex numbers
// _Complex
int main(void) {
    int n = 5;
    _Complex double z;
    while (n > 0)
        n--;
    z = n;
    return z == 0;
}
