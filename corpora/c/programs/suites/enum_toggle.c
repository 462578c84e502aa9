typedef enum {false, true} bool;
extern int __VERIFIER_nondet_int(void);
// Two waits take turns until both have counted out, but one forgets to count.
int main() {
    int a, b;
    bool first;
    a = __VERIFIER_nondet_int();
    b = __VERIFIER_nondet_int();
    first = true;
    while (a > 0 || b > 0) {
        if (first) {
            a = a - 1;
            first = false;
        } else {
            if (a > 0) {
                b = b - 1;
            }
            first = true;
        }
    }
    return 0;
}
