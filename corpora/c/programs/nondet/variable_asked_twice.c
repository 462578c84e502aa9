// The same variable is asked for again, before, in and after a loop.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = x % 7;
    x = __VERIFIER_nondet_int();
    s = s * 2 + x % 5;
    do {
        s += x > s ? 3 : -2;
        x = __VERIFIER_nondet_int();
        if (x == s)
            s++;
    } while (x % 4 != 0 && s < 50 && s > -50);
    int kept = x;
    x = __VERIFIER_nondet_int();
    while (x > kept) {
        x -= 3;
        s++;
    }
    return s * 100 + x - kept;
}
