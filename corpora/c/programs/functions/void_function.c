// Functions without a value, one of which returns early.
int total = 0;

void note(int x) {
    if (x < 0)
        return;
    total += x;
    if (total > 50) {
        total -= 60;
        return;
    }
    total++;
}

void twice_note(int x) {
    note(x);
    note(x - 4);
}

int main(void) {
    int n;
    for (; n > 0; n -= 3)
        twice_note(n % 10);
    return total;
}
