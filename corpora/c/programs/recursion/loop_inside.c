// A recursive call in a loop.
int count = 0;

void choose(int from, int left) {
    if (left == 0) {
        count++;
        return;
    }
    for (int i = from; i > 0; i--)
        choose(i - 1, left - 1);
}

int main(void) {
    int n, k;
    n = n < 0 ? 0 : n % 7;
    choose(n, k);
    return count;
}
