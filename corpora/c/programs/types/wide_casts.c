// Casts that keep every value.
extern unsigned short __VERIFIER_nondet_ushort(void);

int main(void) {
    unsigned short h = __VERIFIER_nondet_ushort();
    int n = (int)h;
    long w = (long)n * 100000L;
    int rounds = 0;
    while (w > 0) {
        w -= (long)(n / 2 + 1) * (long long)70000;
        n = (int)(h % 100);
        rounds += (int)'b' - (char)97;
    }
    return (int)(_Bool)(w < -5) + rounds;
}
