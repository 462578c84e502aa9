// A function changes its own copy and not the caller's variable.
int rounds = 0;

void decrease(int x) {
    x--;
    rounds = (rounds + x) % 100;
}

int main(void) {
    int x;
    while (x > 0)
        decrease(x);
    return rounds + x;
}
