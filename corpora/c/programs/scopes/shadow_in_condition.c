// An inner declaration does not reach the loop's condition.
int main(void) {
    int x, rounds = 0;
    do {
        int x = rounds * 3;
        rounds += x % 2 + 1;
        if (x > 40)
            break;
    } while (x-- > 0);
    return rounds * 10 + (x > 0 ? 1 : 0);
}
