// refused: long becomes int, which is too narrow
// long becomes int (a result)
int low(long x) {
    return x * 2;
}

int main(void) {
    int n = 9;
    while (low(n) > 4)
        n--;
    return n;
}
