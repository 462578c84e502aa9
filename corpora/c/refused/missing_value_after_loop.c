// refused: find may end without a value
// missing value
int find(int n) {
    for (int i = 0; i < n; i++)
        if (i * i > 20)
            return i;
}

int main(void) {
    int n = 9;
    while (n > 5)
        n = find(n) - 1;
    return n;
}
