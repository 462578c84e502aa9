enum colour { RED = 3, GREEN, BLUE };

static int mix(enum colour first, int RED) {
    enum colour second = first;
    return (second == BLUE) + RED;
}

int main(void) {
    int GREEN = 10;
    enum colour mine = BLUE;
    while (GREEN > mine)
        GREEN = mix(mine, GREEN) - 8;
    return GREEN;
}
