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
        if (up)
            x += odd(x) ? 6 : 5;
        else
            x -= 3;
        if (up == (x % 4 == 0)) {
            up = !up;
            turns += up == true ? 2 : 1;
        }
        if (up == false && x < -50)
            return turns;
    }
    return x * 10 + turns * 2 + (up ? 1 : 0);
}
