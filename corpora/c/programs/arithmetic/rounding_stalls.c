// An average that truncation keeps from its goal on one side.
int main(void) {
    int x, goal, rounds = 0;
    while (x != goal) {
        x = (x + goal) / 2;
        rounds++;
    }
    return rounds * 5 + x;
}
