// What only GNU's compiler reads.
extern void abort(void) __attribute__((__noreturn__));
static __inline__ int __attribute__((unused)) min(int a, int b) { return a < b ? a : b; }
__extension__ typedef long long wide;
int spare __attribute__((aligned(8))) = 2;

__attribute__((noinline)) int clip(const int x) {
    return min(x, 9);
}

int main(void) {
    register int n;
    wide total = 0;
    int s = 0;
    while (n > 0) {
        s += clip(n);
        total += spare;
        n -= clip(s % 4 + 1);
    }
    return __extension__(s + (total > 20));
}
