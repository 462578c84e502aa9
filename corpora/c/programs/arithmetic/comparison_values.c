// Comparisons are numbers: their results are added, shifted and compared again.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int low = -5;
    int high = 5;
    int seen = 0;
    while (low < high) {
        seen = (seen << 1 & 0xFFFF) + (low < x < high) + (x > low == x < high);
        low += 1 + (x >= low);
        high -= (x <= high) * 2 - (x == high);
        if (seen > 300) {
            high -= (seen % 3 == 0) << 1 | 1;
        }
    }
    return seen * 10 + (low > high) - (low == high);
}
