// Static variables of blocks keep their values, each for itself, while their neighbours start anew.
extern int __VERIFIER_nondet_int(void);

int next(int kind) {
    if (kind > 0) {
        static int value = 10;
        int fresh = 1;
        value += fresh++;
        return value * fresh;
    } else {
        static int value = -10;
        value += 3;
        return value;
    }
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    for (int i = 0; i < 8; i++) {
        static int value;
        int fresh = 0;
        value += next((n + i) % 3);
        fresh += value;
        s = s * 2 + fresh;
        n += value % 2;
    }
    return s % 100000;
}
