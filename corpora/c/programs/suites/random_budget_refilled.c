extern int __VERIFIER_nondet_int(void);
extern _Bool __VERIFIER_nondet_bool(void);
// A budget that the environment may fill up again whenever it is nearly gone.
int main() {
    int budget = __VERIFIER_nondet_int();
    int refills = 0;
    while (budget > 0) {
        budget = budget - 1;
        if (budget == 1 && __VERIFIER_nondet_bool()) {
            budget = 10;
            refills = (refills + 1) % 4;
        }
    }
    return refills;
}
