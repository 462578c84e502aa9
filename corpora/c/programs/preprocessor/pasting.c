// Names that are put together.
#define VALUE(n) value_##n
#define DECLARE(n, v) int VALUE(n) = v
#define ADD(to, n) to += VALUE(n)

int main(void) {
    int n;
    DECLARE(1, 4);
    DECLARE(two, -1);
    int s = 0;
    while (s < n) {
        ADD(s, 1);
        ADD(s, two);
        VALUE(two)++;
        if (VALUE(two) > 2)
            VALUE(two) = 0;
    }
    return s * 10 + value_two;
}
