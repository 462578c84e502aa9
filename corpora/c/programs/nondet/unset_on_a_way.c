// Locals that only some ways set before the loop reads them.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int n = __VERIFIER_nondet_int();
    int step, floor;
    switch (n % 4) {
    case 0:
        step = 3;
        break;
    case 1:
        step = 2;
    case 2:
        floor = -4;
        break;
    default:
        step = floor = 1;
    }
    int s = 0;
    while (n > floor && s < 60) {
        n -= step;
        s++;
    }
    return s * 100 + n - floor;
}
