// Binary search over an array that is handed on.
int search(int a[], int lo, int hi, int wanted) {
    if (lo > hi)
        return -1 - lo;
    int mid = (lo + hi) / 2;
    if (a[mid] == wanted)
        return mid;
    return a[mid] < wanted ? search(a, mid + 1, hi, wanted) : search(a, lo, mid - 1, wanted);
}

int main(void) {
    int a[10] = {-9, -4, 0, 1, 3, 8, 15, 22, 60, 61};
    int x;
    int s = 0;
    for (int i = 0; i < 5; i++)
        s = s * 3 + search(a, 0, 9, x + i);
    return s;
}
