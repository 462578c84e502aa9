// The sign may turn once, otherwise the value goes towards zero.
extern int __VERIFIER_nondet_int(void);

int main() {
    int x = __VERIFIER_nondet_int();
    int turned = 0;
    while (x != 0) {
        if (!turned && __VERIFIER_nondet_int() > 0) {
            x = -x;
            turned = 1;
        } else if (x > 0)
            x--;
        else
            x++;
    }
    return turned;
}
