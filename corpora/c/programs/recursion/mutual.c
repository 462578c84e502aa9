// Two functions take turns.
int odd(int n);

int even(int n) {
    return n == 0 ? 1 : odd(n > 0 ? n - 1 : n + 1);
}

int odd(int n) {
    if (n == 0)
        return 0;
    return even(n > 0 ? n - 1 : n + 1);
}

int main(void) {
    int n;
    return even(n) * 10 + odd(n) + even(n + 1) * 100;
}
