// Recursion that counts its calls in a global.
int calls = 0, best = -1;

int explore(int lo, int hi) {
    calls++;
    if (lo >= hi)
        return lo;
    int mid = lo + (hi - lo) / 2;
    int left = explore(lo, mid);
    int right = explore(mid + 1, hi);
    if (left * right % 7 > best)
        best = left * right % 7;
    return left < right ? right - 1 : left;
}

int main(void) {
    int n;
    if (n > 40)
        n = 40;
    int r = explore(0, n);
    return calls * 3 + r + best;
}
