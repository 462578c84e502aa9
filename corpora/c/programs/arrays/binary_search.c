// Binary search in a table of inferred length; one branch fails to narrow the interval.
extern int __VERIFIER_nondet_int(void);
static const int table[] = {-30, -8, -1, 0, 2, 5, 11, 17, 40, 41};

int main(void) {
    int x = __VERIFIER_nondet_int();
    int low = 0, high = 9, rounds = 0;
    while (low < high) {
        int half = (low + high) / 2;
        rounds++;
        if (table[half] < x)
            low = half == 7 ? half : half + 1;
        else
            high = half;
    }
    return low * 100 + rounds * 10 + (table[low] == x);
}
