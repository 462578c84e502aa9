// Macros with arguments, with and without parentheses.
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define SQUARE(x) ((x) * (x))
#define CARELESS(x) x * 2
#define BETWEEN(lo, x, hi) ((lo) <= (x) && (x) < (hi))

int main(void) {
    int a, b, s = 0;
    while (BETWEEN(0, a, 50) || BETWEEN(-10, b, 10)) {
        s += MAX(a, b) + CARELESS(a + 1);
        s = MAX(s % 300, SQUARE(b - 1));
        a -= 1 + SQUARE(b % 2);
        b += MAX(1, a % 3);
    }
    return s;
}
