// Each branch has its own variable of one name; the one around them keeps its value.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int t = __VERIFIER_nondet_int(), a = 20, b = 1;
    while (a > b) {
        if (t % 3 == 0) {
            int t = a - b;
            a -= t / 4 + 1;
        } else if (t % 3 == 1) {
            int t = b;
            while (t < 6) {
                int b = t + 2;
                t = b;
            }
            b += t - 5;
        } else {
            long t = 2;
            t *= a;
            b += t > 30 ? 1 : 2;
        }
        t += 2;
        do {
            int a = t;
            b += a % 2;
        } while (0);
    }
    return a * 1000 + b * 10 + t % 10;
}
