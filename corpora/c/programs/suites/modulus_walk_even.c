// Steps around a clock that miss some hours.
extern int __VERIFIER_nondet_int(void);

int main() {
    int at = __VERIFIER_nondet_int();
    if (at < 0)
        at = -at;
    at = at % 12;
    while (at != 0) {
        at = (at + 8) % 12;
    }
    return 0;
}
