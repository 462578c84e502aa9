// Bubble sort of unknown values until nothing changes.
int main(void) {
    int a[7], swapped, rounds = 0;
    do {
        swapped = 0;
        for (int i = 0; i + 1 < 7; i++)
            if (a[i] > a[i + 1]) {
                int t = a[i];
                a[i] = a[i + 1];
                a[i + 1] = t;
                swapped = 1;
            }
        rounds++;
    } while (swapped);
    return a[0] + 2 * a[3] + 3 * a[6] + 100 * rounds;
}
