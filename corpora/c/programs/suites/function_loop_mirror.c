extern int __VERIFIER_nondet_int(void);
// The work is in a function that main calls with any values; the distance never shrinks.
int chase(int hare, int hound) {
    int steps = 0;
    while (hound < hare) {
        hound = hound + 2;
        hare = hare + 2;
        steps = 1 - steps;
    }
    return steps;
}
int main() {
    return chase(__VERIFIER_nondet_int(), __VERIFIER_nondet_int());
}
