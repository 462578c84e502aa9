// The body changes the counter of its for loop, and continue still steps it.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int sum = 0, i;
    x &= 15;
    for (i = 0; i < 20; i++) {
        if (i % 4 == 1) {
            i += 2;
            continue;
        }
        if (i == x) {
            x -= 3;
            i -= 2;
        }
        sum += i;
    }
    return sum * 100 + i + x;
}
