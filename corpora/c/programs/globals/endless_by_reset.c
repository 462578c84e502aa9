// A callee puts the counter back whenever it meets a certain value, which some steps never meet.
extern int __VERIFIER_nondet_int(void);
int counter;
static int resets;

static int watch(void) {
    if (counter == 12) {
        counter = 0;
        resets++;
    }
    return counter;
}

int main(void) {
    int step = __VERIFIER_nondet_int();
    if (step < 1)
        step = 1;
    while (watch() < 30)
        counter += step;
    return counter * 10 + resets;
}
