// A value of 64 bits whose sign turns while it should grow.
extern long long __VERIFIER_nondet_longlong(void);
int main() {
    long long v = __VERIFIER_nondet_longlong();
    long long seen = 0LL;
    if (v > 1000LL || v < -1000LL)
        return 0;
    do {
        v = -v;
        seen = (seen + 1LL) % 16LL;
    } while (v != 0LL);
    return seen > 3LL;
}
