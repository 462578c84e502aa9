// Two steps forward are three steps back.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int turn = 0;
    while (x > 0) {
        if (turn == 0) {
            x = x + 2;
            turn = 1;
        } else {
            x = x - 3;
            turn = 0;
        }
    }
    return 0;
}
