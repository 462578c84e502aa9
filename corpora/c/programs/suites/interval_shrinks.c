// A binary search over an interval, with any answers.
extern int __VERIFIER_nondet_int(void);
extern _Bool __VERIFIER_nondet_bool(void);

int main() {
    int lo = 0, hi = __VERIFIER_nondet_int();
    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;
        if (__VERIFIER_nondet_bool())
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}
