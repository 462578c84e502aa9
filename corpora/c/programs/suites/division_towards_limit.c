extern int __VERIFIER_nondet_int(void);
// Half of the way to a wall in every round, but the last step is too small.
int main() {
    int x = __VERIFIER_nondet_int();
    int wall = 100;
    while (x < wall) {
        x = x + (wall - x) / 2;
    }
    return 0;
}
