// A new value in every round.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = 0;
    while (x > 0) {
        int d = __VERIFIER_nondet_int();
        if (d > 0)
            x -= d;
        else
            x--;
        s += d % 4;
    }
    return s + x;
}
