// Constants that are built from constants, expanded where they are used.
extern int __VERIFIER_nondet_int(void);
#define WIDTH HEIGHT + 2
#define HEIGHT 5
#define CELLS (WIDTH) * HEIGHT
#define MIDDLE CELLS / 2
#define NO 0
#define YES !NO

int grid[CELLS];

int main(void) {
    int at = __VERIFIER_nondet_int();
    int found = NO, rounds = 0;
    if (at < 0 || at >= CELLS)
        at = MIDDLE;
    while (found == NO) {
        grid[at]++;
        at = (at + WIDTH * 2) % (CELLS);
        found = grid[at] == 2 ? YES : NO;
        rounds++;
    }
    return rounds * 100 + at + WIDTH * 10;
}
