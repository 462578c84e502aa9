// An unsigned loop variable against an unsigned bound.
extern unsigned __VERIFIER_nondet_uint(void);

int main(void) {
    unsigned n = __VERIFIER_nondet_uint();
    unsigned i, s = 0;
    if (n > 40)
        n = 40;
    for (i = 0; i < n; i++)
        s = (s + i * i) % 1000u;
    return s < 500u;
}
