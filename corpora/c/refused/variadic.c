// refused: parameters without types or without end
// variadic function
int first(int n, ...) {
    return n;
}

int main(void) {
    int n = 5;
    while (n > 0)
        n = first(n - 1, n, 3);
    return n;
}
