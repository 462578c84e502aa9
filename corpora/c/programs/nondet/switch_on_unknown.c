// The environment chooses a branch in every round.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int x = 12, y = 12, rounds = 0;
    while (x > 0 && y > 0) {
        rounds++;
        switch (__VERIFIER_nondet_int()) {
        case 0:
            x += y / 4;
            y -= 3;
            break;
        case 1:
        case -1:
            x--;
        case 2:
            y--;
            break;
        default:
            x -= 2;
        }
    }
    return rounds * 100 + x * 10 + y;
}
