// Different variables step in the two operands of one comparison.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int low = x % 10;
    int high = 12;
    int same = 0;
    while (low++ < --high) {
        same += low == high;
        if (low % 4 == 1 && high-- % 2 == 0)
            low -= same + 1;
    }
    return low * 100 + high * 10 + same;
}
