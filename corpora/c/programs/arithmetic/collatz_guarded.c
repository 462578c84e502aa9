// The Collatz walk with bit operations, for small inputs only.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int steps = 0;
    if (x <= 0 || x > 300) {
        return ~x;
    }
    while (x ^ 1) {
        x = x & 1 ? (x << 1) + x + 1 : x >> 1;
        ++steps;
    }
    return steps;
}
