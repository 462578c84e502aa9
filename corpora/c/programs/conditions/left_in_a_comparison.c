extern int __VERIFIER_nondet_int(void);
extern void abort(void);

int main(void) {
    int x = __VERIFIER_nondet_int(), n = 0;
    (x < 0 && (abort(), 1)) == 1;
    while (x > n)
        n += 2;
    return n - x;
}
