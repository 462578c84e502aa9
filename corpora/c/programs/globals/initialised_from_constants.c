// First values of globals from constant expressions.
enum { SMALL = 4, LARGE = SMALL * 8 + 1 };
int a = SMALL + 1, b = -LARGE, c = 7 / 2 << 1, d = !0, e;
const int table[3] = {LARGE % 5, 'b' - 'a', ~3};

int main(void) {
    int n;
    while (n > 0) {
        e += a * table[n % 3] + (b ^ c);
        b = b + d;
        n--;
    }
    return e % 1000;
}
