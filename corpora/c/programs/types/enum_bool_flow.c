// The suites' own truth type, set from comparisons and read in sums.
typedef enum { false, true } bool;
extern int __VERIFIER_nondet_int(void);

bool odd(int x) {
    return x % 2 != 0 ? true : false;
}

int main(void) {
    bool up = true;
    int x = __VERIFIER_nondet_int(), turns = 0;
    while (turns < 9 && x < 300) {
        x += up ? 5 + odd(x) : -3;
        if (up == (x % 4 == 0)) {
            up = !up;
            turns += up + true;
        }
        if (up == false && x < -50)
            return turns;
    }
    return x * 10 + turns + up;
}
