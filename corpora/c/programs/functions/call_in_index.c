// Calls as indices and as elements' values.
int shifted = 0;

int pick(int x) {
    shifted++;
    return (x % 4 + 4) % 4;
}

int main(void) {
    int n;
    int a[4] = {4, 3, 2, 1};
    while (n > 0) {
        a[pick(n)] += 2;
        a[pick(n + 1)] = n;
        a[0] -= pick(a[1]);
        n -= pick(a[3]) + 1;
    }
    return a[0] + a[1] * 2 + a[2] * 3 + shifted;
}
