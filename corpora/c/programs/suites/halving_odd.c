// Odd numbers are rounded up before they are halved.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    while (x > 0) {
        if (x % 2 == 1)
            x = x + 1;
        else
            x = x / 2;
    }
    return 0;
}
