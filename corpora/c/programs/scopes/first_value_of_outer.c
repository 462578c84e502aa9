// A block's variable hides a parameter only after its own declaration has begun.
extern int __VERIFIER_nondet_int(void);
int level = 4;

int climb(int by) {
    int old = level;
    {
        int level = old + by;
        by = level;
        {
            int by = level - 1, level = by * 2;
            old += level;
        }
    }
    level = by % 9;
    return old;
}

int main(void) {
    int n = __VERIFIER_nondet_int() % 40;
    int s = 0;
    for (int step = 0; step < 6; step++) {
        int kept = n;
        int n = kept + step;
        s = s * 2 - climb(n);
        n = 0;
    }
    return s % 10000 * 10 + level + n;
}
