// Quicksort in an array that all calls share.
extern int __VERIFIER_nondet_int(void);
int swaps = 0;

void sort(int a[], int low, int high) {
    if (low >= high)
        return;
    int pivot = a[high], i = low, t;
    for (int j = low; j < high; j++)
        if (a[j] < pivot) {
            t = a[i];
            a[i] = a[j];
            a[j] = t;
            i++;
            swaps++;
        }
    a[high] = a[i];
    a[i] = pivot;
    sort(a, low, i - 1);
    sort(a, i + 1, high);
}

int main(void) {
    int a[7] = {4, -2, 9, 0, 4};
    a[5] = __VERIFIER_nondet_int() % 20;
    a[6] = __VERIFIER_nondet_int() % 20;
    sort(a, 0, 6);
    int s = swaps;
    for (int i = 0; i < 7; i++)
        s = s * 3 + a[i];
    return s;
}
