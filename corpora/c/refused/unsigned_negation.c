// refused: - of an unsigned value
// minus of an unsigned value
extern unsigned int __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned x = __VERIFIER_nondet_uint(), low = 0;
    while (low == 0 && x != 0)
        low = x & -x;
    return low > 4;
}
