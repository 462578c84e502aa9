// Division rounds towards zero on both sides of it.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    int sum = 0;
    if (b == 0)
        return -1;
    for (int i = -7; i <= 7; i++) {
        sum += (a + i) / b;
        sum -= (a - i) / -b;
    }
    return sum;
}
