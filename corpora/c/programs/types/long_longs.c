// Values that need 64 bits steer a loop; int values widen before they are multiplied.
extern int __VERIFIER_nondet_int(void);
typedef long long wide;

wide square(wide x) { return x * x; }

int main(void) {
    int n = __VERIFIER_nondet_int();
    wide p = 1, goal = square(1 << 20) * 4 + 7LL;
    long rest = 0;
    int rounds = 0;
    while (p < goal) {
        p = p * 3 + n % 2;
        rest += p % 1000;
        rounds++;
    }
    wide quotient = p / -1000000007LL;
    if (quotient < -2147483648LL)
        rounds += 50;
    rest %= 97;
    return rounds * 100 + (rest > 40) + (square(n) > 4000000000LL ? 7 : 0);
}
