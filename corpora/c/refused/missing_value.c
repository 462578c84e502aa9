// refused: half may end without a value
// missing value
int half(int x) {
    if (x > 3)
        return x / 2;
}

int main(void) {
    int n;
    while (n > 2)
        n = half(n);
    return n;
}
