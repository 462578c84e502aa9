// A global ring of the last values.
int ring[4];
int at;

void push(int x) {
    ring[at++] = x;
    if (at == 4)
        at = 0;
}

int sum(void) {
    int s = 0;
    for (int i = 0; i < 4; i++)
        s += ring[i];
    return s;
}

int main(void) {
    int n, rounds = 0;
    while (sum() < n) {
        push(sum() / 2 + rounds);
        rounds++;
        push(1);
    }
    return rounds * 1000 + sum();
}
