// A walk between two walls that may go on for ever.
extern _Bool __VERIFIER_nondet_bool(void);

int main() {
    int x = 0;
    while (x >= -5 && x <= 5) {
        if (__VERIFIER_nondet_bool())
            x++;
        else
            x--;
    }
    return x;
}
