// An enumeration inside of a function and one of another block.
enum { STEP = 2, GOAL = 30 };

int main(void) {
    enum { GOAL = 12 };
    int x, rounds = 0;
    while (x < GOAL) {
        enum { STEP = 3 };
        x += STEP;
        rounds++;
    }
    return x * 100 + rounds * STEP;
}
