// Questions behind && and || and in both branches of a conditional expression.
extern int __VERIFIER_nondet_int(void);
extern _Bool __VERIFIER_nondet_bool(void);

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = 0, rounds = 0;
    while ((x > 0 || __VERIFIER_nondet_bool()) && rounds < 50) {
        x = x % 2 ? __VERIFIER_nondet_int() : x - (__VERIFIER_nondet_bool() ? 1 : 3);
        if (x > 4 && __VERIFIER_nondet_int() > x)
            s += 10;
        s += !__VERIFIER_nondet_bool() || x < 0;
        rounds++;
    }
    return s * 100 + rounds;
}
