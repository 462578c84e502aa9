// An array whose length is known when it is made.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int n = __VERIFIER_nondet_int();
    if (n < 1 || n > 30)
        return -1;
    int a[n];
    for (int i = 0; i < n; i++)
        a[i] = i * i % n;
    int at = n - 1, hops = 0;
    while (a[at] != at && hops < 2 * n) {
        int next = a[at];
        a[at] = at;
        at = next;
        hops++;
    }
    return at * 100 + hops;
}
