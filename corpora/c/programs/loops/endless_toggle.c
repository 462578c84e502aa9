// A loop that toggles between two states unless it begins in a third.
int main(void) {
    int x, state = 0;
    if (x > 10)
        state = 2;
    while (state != 2) {
        state = 1 - state;
        x = state ? x + 1 : x - 1;
    }
    return x;
}
