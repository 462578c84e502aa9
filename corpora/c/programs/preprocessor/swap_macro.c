// Macros of several lines with do-while(0), one with its own variable, used without braces.
extern int __VERIFIER_nondet_int(void);
#define SWAP(a, b)      \
    do {                \
        int kept = (a); \
        (a) = (b);      \
        (b) = kept;     \
    } while (0)
#define STEP(x)         \
    do {                \
        if (x > 10)     \
            break;      \
        x += 4;         \
        moved++;        \
    } while (0)

int main(void) {
    int x = __VERIFIER_nondet_int(), y = 20, moved = 0;
    while (x != y && moved < 50) {
        if (x > y)
            SWAP(x, y);
        else
            STEP(x);
        y -= 2;
        moved += 1;
    }
    return x * 1000 + y * 10 + moved;
}
