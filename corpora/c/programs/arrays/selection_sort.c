// Sorts an array of the file by selection in a function that also counts.
extern int __VERIFIER_nondet_int(void);
int data[6];

int sort(int a[], int n) {
    int moved = 0;
    for (int i = 0; i < n - 1; i++) {
        int least = i;
        for (int j = i + 1; j < n; j++)
            if (a[j] < a[least])
                least = j;
        if (least != i) {
            int t = a[i];
            a[i] = a[least];
            a[least] = t;
            moved++;
        }
    }
    return moved;
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    for (int i = 0; i < 6; i++)
        data[i] = (x + i * 7) % 10 - i;
    int moved = sort(data, 6);
    int s = moved;
    for (int i = 0; i < 6; i++)
        s = s * 2 + data[i];
    return s;
}
