// A polynomial by Horner's rule, with negative arguments too.
#define DEGREE 4

int main(void) {
    int x;
    int c[DEGREE + 1] = {3, -1, 0, 2, -5};
    int value = 0;
    x %= 12;
    for (int i = DEGREE; i >= 0; --i)
        value = value * x + c[i];
    return value / 7 + value % 7;
}
