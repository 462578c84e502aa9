// A do loop whose condition is false, as macros have it.
#define BUMP(x) do { x++; if (x > 5) break; x++; } while (0)

int main(void) {
    int n, x = 0, rounds = 0;
    while (x < n) {
        BUMP(x);
        if (rounds % 2)
            BUMP(rounds);
        else
            rounds++;
    }
    return x * 10 + rounds;
}
