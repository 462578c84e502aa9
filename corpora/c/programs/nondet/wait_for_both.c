// Waits until two answers of the environment agree in one round.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int a, b, rounds = 0;
    do {
        a = __VERIFIER_nondet_int() % 6;
        b = __VERIFIER_nondet_int() % 6;
        rounds++;
    } while (a != b || rounds % 3 == 0);
    return rounds * 10 + a;
}
