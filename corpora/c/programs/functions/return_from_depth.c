// Returns out of two loops and a switch at once.
extern int __VERIFIER_nondet_int(void);

int search(int sum, int product) {
    for (int a = 0; a <= sum; a++) {
        for (int b = a; b <= sum; b++) {
            if (a + b != sum)
                continue;
            switch (a * b - product) {
            case 0:
                return a * 10 + b;
            case 1:
                return -a;
            default:
                break;
            }
        }
    }
    return -1000;
}

int main(void) {
    int s = __VERIFIER_nondet_int() % 25;
    int p = __VERIFIER_nondet_int() % 100;
    int first = search(s, p);
    int second = search(s + 1, p + 1);
    return first * 3 + second;
}
