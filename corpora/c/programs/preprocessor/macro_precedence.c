// A macro without parentheses turns the step into something else.
#define STEP 2 - 3
#define DOUBLED(x) x + x

int main(void) {
    int x, s = 0;
    while (x < 30) {
        x += DOUBLED(1) * -2 - STEP;
        s = (s + x) % 40;
        if (x == -20)
            return s;
    }
    return x;
}
