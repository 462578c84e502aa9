// refused: compound literal
int sum(int a[]) {
    return a[0] + a[1];
}

int main(void) {
    int n = 9;
    while (n > 0)
        n -= sum((int[2]){1, 2});
    return n;
}
