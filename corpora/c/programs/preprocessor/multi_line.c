// Macros over many lines that stand for statements.
#define SWAP(a, b) \
    do {           \
        int t = a; \
        a = b;     \
        b = t;     \
    } while (0)
#define FOREVER for (;;)

int main(void) {
    int x, y, rounds = 0;
    FOREVER {
        if (x < y)
            SWAP(x, y);
        else
            x -= 3;
        if (++rounds > 25 || x == y)
            break;
    }
    return x * 3 + y + rounds;
}
