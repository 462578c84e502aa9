// Functions declared before they are defined, in several ways.
int later(int x);
static int hidden(int, int);
extern int last(int unused_name);
int main(void);
inline static int small(int x) { return x & 7; }

int main(void) {
    int n, s = 0;
    while (n > 0)
        n = n - later(n), s++;
    return s + last(n);
}

int later(int x) {
    return hidden(x, 2) + 1;
}

static int hidden(int a, int b) {
    return small(a) / b;
}

int last(int x) {
    return x * x;
}
