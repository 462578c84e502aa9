// Macros whose arguments are macros.
#define INC(x) ((x) + 1)
#define TWICE(f, x) f(f(x))
#define APPLY(x) TWICE(INC, x) * TWICE(INC, 2)
#define COND(c, a, b) ((c) ? (a) : (b))

int main(void) {
    int n, s = 0;
    while (n > 0) {
        s += APPLY(s % 5);
        n = COND(n % 2, COND(n > 9, n - 3, n - 1), n / 2);
    }
    return s;
}
