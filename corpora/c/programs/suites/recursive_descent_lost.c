extern int __VERIFIER_nondet_int(void);
// A recursion whose argument is halved upwards, so that one stays one.
int depth(int n) {
    if (n <= 0)
        return 0;
    return 1 + depth((n + 1) / 2);
}
int main() {
    int n = __VERIFIER_nondet_int();
    return depth(n) > 3;
}
