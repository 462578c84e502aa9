enum colour { RED = 3, GREEN, BLUE };

static int mix(enum colour first, int RED) {
    enum colour second = first;
    return (second == BLUE) + RED;
}

int main(void) {
    int GREEN = 10;
    int mine = 5;
    while (GREEN > mine + 0)
        GREEN = mix(BLUE, GREEN) - 8;
    return GREEN;
}
