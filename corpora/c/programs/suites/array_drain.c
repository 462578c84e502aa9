// Every item is counted down to zero.
extern int __VERIFIER_nondet_int(void);

int main() {
    int a[5];
    int i;
    for (i = 0; i < 5; i++)
        a[i] = __VERIFIER_nondet_int();
    for (i = 0; i < 5; i++) {
        while (a[i] > 0)
            a[i]--;
    }
    return 0;
}
