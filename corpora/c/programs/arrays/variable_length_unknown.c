// A local array of variable length whose values nobody set.
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = __VERIFIER_nondet_int();
    if (n < 1 || n > 20)
        n = 6;
    int a[n];
    int i = 0, low = 0, s = 0;
    while (low < n) {
        if (a[low] <= i) {
            low++;
            s += i;
        } else
            i++;
    }
    return s + i;
}
