// A recursive function asks whether it goes on.
extern _Bool __VERIFIER_nondet_bool(void);
extern short __VERIFIER_nondet_short(void);
int deepest;

int explore(int depth) {
    int s = depth;
    if (depth > deepest)
        deepest = depth;
    while (depth < 6 && __VERIFIER_nondet_bool())
        s += explore(depth + 1) - __VERIFIER_nondet_short() % 3;
    return s % 1000;
}

int main(void) {
    int r = explore(1);
    return r * 10 + deepest;
}
