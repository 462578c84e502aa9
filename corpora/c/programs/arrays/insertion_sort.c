// Insertion sort in a function.
void sort(int a[], int n) {
    for (int i = 1; i < n; i++) {
        int x = a[i], j = i - 1;
        while (j >= 0 && a[j] > x) {
            a[j + 1] = a[j];
            j--;
        }
        a[j + 1] = x;
    }
}

int main(void) {
    int n, a[12] = {5, -2, 9, 0, 0, 7, -8};
    for (int i = 7; i < 12; i++)
        a[i] = n * i % 13;
    sort(a, 12);
    int s = 0;
    for (int i = 0; i < 12; i++)
        s += a[i] * i;
    return s;
}
