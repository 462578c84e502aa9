// A search in unknown values under a bound.
extern int __VERIFIER_nondet_int(void);

int main() {
    int a[8];
    int wanted = __VERIFIER_nondet_int();
    int i = 0;
    while (i < 8 && a[i] != wanted) {
        i = i + 1;
    }
    return i;
}
