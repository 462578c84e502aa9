// Locals that nobody sets are the inputs; the distance of two of them is kept.
int main() {
    int i, j, k;
    while (j <= k) {
        i = j;
        j = j + 1;
        k = i + 3;
    }
    return 0;
}
