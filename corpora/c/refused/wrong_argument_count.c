// refused: is called with 1 arguments

int add();

int main(void) {
    int x = 0;
    while (x < 10) {
        x = add(x);
    }
    return x;
}

int add(int a, int b) {
    return a + b;
}
