// Steps around a clock that reach every hour.
extern int __VERIFIER_nondet_int(void);

int main() {
    int at = __VERIFIER_nondet_int();
    if (at < 0)
        at = -at;
    at = at % 12;
    while (at != 0) {
        at = (at + 7) % 12;
    }
    return 0;
}
