// refused: add is defined in the old style
// definition in the old style
int add(a, b)
int a, b;
{
    return a + b;
}

int main(void) {
    int n = 0;
    while (n < 10)
        n = add(n, 3);
    return n;
}
