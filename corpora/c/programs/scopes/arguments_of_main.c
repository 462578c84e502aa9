// The program's arguments have names that nothing uses, and one is a name of the loop.
extern int __VERIFIER_nondet_int(void);

int main(int argc, char **argv) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    for (int argc = 0; argc < n; argc += 3) {
        int argv = argc * 2;
        s += argv % 5 - 1;
        if (s > 40)
            n = s % 7;
    }
    return s * 100 + n;
}
