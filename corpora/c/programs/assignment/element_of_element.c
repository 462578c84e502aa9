// The index is itself an element.
int main(void) {
    int next[6] = {2, 0, 4, 1, 5, 3};
    int seen[6] = {0};
    int at, rounds = 0;
    at = (at % 6 + 6) % 6;
    while (!seen[at]++) {
        at = next[next[at]];
        seen[next[at]] += rounds > 7;
        rounds++;
    }
    return rounds * 10 + at + seen[next[seen[at] % 6]];
}
