extern int __VERIFIER_nondet_int(void);

int main(void) {
    int i = 5, turns = 0;
    for (i = __VERIFIER_nondet_int(); i > 0; i -= 4)
        turns++;
    turns += i;
    i = __VERIFIER_nondet_int(), turns++;
    return turns + (i > 0);
}
