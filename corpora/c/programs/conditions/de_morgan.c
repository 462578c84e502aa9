// Two forms of one condition, which differ only in how often they step.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int p = 0, q = 0, same = 0;
    for (int i = -4; i < 5; i++) {
        int left = !(x > i && p++ < 3);
        int right = x <= i || !(q++ < 3);
        same += left == right;
        if (i == 2)
            q += left ? 1 : p++;
    }
    return same * 100 + p * 10 + q;
}
