// A counter until its square is too great.
extern int __VERIFIER_nondet_int(void);

int main() {
    int n = __VERIFIER_nondet_int();
    int i = 0;
    while (i * i <= n) {
        i = i + 1;
    }
    return i;
}
