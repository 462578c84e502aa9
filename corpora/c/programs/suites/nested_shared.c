// Both loops work on the same sum.
extern int __VERIFIER_nondet_int(void);

int main() {
    int i = __VERIFIER_nondet_int();
    int j, s = 0;
    while (i > 0) {
        j = i;
        while (j > 0) {
            s += j;
            j -= 2;
        }
        i = i + j - 1;
    }
    return s;
}
