// An unknown value kept in a global.
extern int __VERIFIER_nondet_int(void);
int input;
int limit;

void read_input(void) {
    input = __VERIFIER_nondet_int();
    limit--;
}

int main(void) {
    limit = __VERIFIER_nondet_int() % 40;
    int s = 0;
    do {
        read_input();
        s += input > limit ? 1 : input;
    } while (limit > 0 && input != 3);
    return s;
}
