// A division that only the left side makes safe.
int main(void) {
    int x, d, hits = 0;
    for (int i = -4; i < 5; i++) {
        d = i;
        if (d != 0 && x / d > 1)
            hits += 3;
        if (d == 0 || x % d == 0)
            hits = hits * 2 + 1;
    }
    return hits;
}
