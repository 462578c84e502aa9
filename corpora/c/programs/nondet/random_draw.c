extern long random(void);

int main(void) {
    long draw = random();
    int rounds = 0;
    while (draw >= 3) {
        draw /= 3;
        rounds++;
    }
    return rounds;
}
