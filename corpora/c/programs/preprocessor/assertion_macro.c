// A suite's own assertion as a macro.
extern void abort(void);
#define CHECK(c) do { if (!(c)) abort(); } while (0)
#define ABS(x) ((x) < 0 ? -(x) : (x))

int main(void) {
    int x, s = 0;
    while (ABS(x) > 1) {
        int before = x;
        x = -x / 2;
        CHECK(ABS(x) < ABS(before));
        s += x;
    }
    CHECK(s != 13);
    return s;
}
