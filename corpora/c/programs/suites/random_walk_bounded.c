// A walk that has so much fuel.
extern int __VERIFIER_nondet_int(void);
extern _Bool __VERIFIER_nondet_bool(void);

int main() {
    int x = 0, fuel = __VERIFIER_nondet_int();
    while (x >= -5 && x <= 5 && fuel > 0) {
        if (__VERIFIER_nondet_bool())
            x++;
        else
            x--;
        fuel--;
    }
    return x;
}
