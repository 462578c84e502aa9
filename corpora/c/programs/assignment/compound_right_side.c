// The whole right side of a compound assignment is one operand.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int v = x % 50 + 60;
    int turns = 0;
    while (v > 1 && turns < 30) {
        v -= 3 - turns;
        v *= 1 + turns % 2;
        v /= 2 + 1;
        v %= turns + 40;
        v ^= 1 | 2 & turns;
        turns += v > 5 ? 1 : 2;
    }
    return v * 100 + turns;
}
