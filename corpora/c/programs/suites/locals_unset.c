// Locals that nobody sets are the inputs.
int main() {
    int i, j, k;
    while (i <= 100 && j <= k) {
        i = i + 1;
        j = j + 1;
        k = k - 1;
    }
    return 0;
}
