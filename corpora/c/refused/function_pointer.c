// refused: a pointer
// function pointer
int less(int x) {
    return x - 1;
}

int main(void) {
    int (*step)(int) = less;
    int n = 8;
    while (n > 0)
        n = step(n);
    return n;
}
