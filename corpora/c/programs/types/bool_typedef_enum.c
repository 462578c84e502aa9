// The suites' own truth type.
typedef enum {false, true} bool;

extern int __VERIFIER_nondet_int(void);

bool positive(int x) {
    return x > 0 ? true : false;
}

int main(void) {
    int x = __VERIFIER_nondet_int(), rounds = 0;
    bool going = true;
    while (going == true) {
        if (positive(x))
            rounds++;
        x -= 3;
        if (!positive(x + 20))
            going = false;
    }
    return going == false ? rounds * 2 : rounds;
}
