extern int __VERIFIER_nondet_int(void);

int main(void) {
    int steps = 7, wanted = __VERIFIER_nondet_int();
    if (wanted > 0)
        steps = __VERIFIER_nondet_int();
    int made = 0;
    for (int i = 0; i < steps; i++)
        made += i;
    return made % 100;
}
