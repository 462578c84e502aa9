extern int __VERIFIER_nondet_int(void);

static int climb(int rung, int top) {
    top = __VERIFIER_nondet_int();
    rung = rung + 1;
    while (rung < top && rung < 40)
        rung += 2;
    return rung;
}

int main(void) {
    int start = __VERIFIER_nondet_int();
    return climb(start, 3);
}
