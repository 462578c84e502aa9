// An atomic variable without threads is like any other.
_Atomic int n = 3;
_Atomic(long) total;

int main(void) {
    int x;
    while (n < x) {
        n += 2;
        total += n--;
        if (n % 5 == 0)
            n++;
    }
    return n + (total > 100);
}
