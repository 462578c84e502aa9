// The common divisor of three positive numbers.
extern int __VERIFIER_nondet_int(void);
extern void abort(void);
void assume_abort_if_not(int cond) { if (!cond) { abort(); } }

int main() {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    int c = __VERIFIER_nondet_int();
    assume_abort_if_not(a > 0 && b > 0 && c > 0);
    while (a != b || b != c) {
        if (a > b)
            a -= b;
        else if (b > c)
            b -= c;
        else
            c -= a;
    }
    return a;
}
