// Bounds by macros, two loops one in the other.
#define ROWS 7
#define COLUMNS (ROWS + 4)
#define NEXT(v) ((v) + 1)
int main() {
    int r = 0, c;
    while (r < ROWS) {
        for (c = 0; c < COLUMNS; c = NEXT(c)) {
            if (c == r)
                break;
        }
        r = NEXT(r);
    }
    return r == ROWS;
}
