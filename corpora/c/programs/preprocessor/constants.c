// Constants, one of which is made from the others.
#define LIMIT 25
#define STEP (LIMIT / 8)
#define NEGATIVE -STEP
#define EMPTY

int main(void) {
    int n, s = 0;
    while (n < LIMIT EMPTY) {
        n += STEP;
        s -= NEGATIVE * 2;
        s += LIMIT - NEGATIVE;
    }
    return s EMPTY;
}
