// Names that a translation may use itself, next to one another.
extern int __VERIFIER_nondet_int(void);
int quotient(int remainder, int left) {
    int right = remainder / left;
    return right + remainder % left;
}

int held(int selected, int value) {
    int held = selected++ * value--;
    return held - selected + value;
}

int main(void) {
    int nondet = __VERIFIER_nondet_int();
    int main_1 = 0, self = 7, value = 2;
    int selected[3] = {4, -9};
    while (main_1 < 12) {
        nondet = quotient(nondet, self) - selected[main_1 % 3];
        value = held(nondet, value % 10);
        switch (value % 4) {
        case 0: self++; break;
        case -1: self = self > 2 ? self - 1 : 5; break;
        default: selected[1] += self;
        }
        main_1 += 1 + (value % 3 == 0);
    }
    return nondet * 10 + main_1 + self * 3 + selected[1] % 50;
}
