// refused: a function as a value
// function pointer (a parameter)
int less(int x) {
    return x - 1;
}

int apply(int f(int), int x) {
    return f(x);
}

int main(void) {
    int n = 8;
    while (n > 0)
        n = apply(less, n);
    return n;
}
