// Euclid by remainders, on any numbers.
extern void abort(void);
void reach_error(void) { abort(); }
extern int __VERIFIER_nondet_int(void);

int main() {
    int a = __VERIFIER_nondet_int();
    int b = __VERIFIER_nondet_int();
    int g = a, h = b, t;
    while (h != 0) {
        t = g % h;
        g = h;
        h = t;
    }
    if (g != 0 && a % g != 0)
        reach_error();
    return 0;
}
