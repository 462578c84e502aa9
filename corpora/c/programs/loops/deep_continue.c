// Continue and break in each of three nested loops.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int() & 7;
    int n = 0, a = 0;
    while (a++ < 5) {
        if (a == x)
            continue;
        int b = a;
        do {
            if (b == 3 && x > 2)
                break;
            for (int c = 4; c; --c) {
                n++;
                if (c == x)
                    continue;
                if (b * c % 5 == 4)
                    break;
                n += 10;
            }
            if (n % 2 == 0)
                continue;
            n += 100;
        } while (--b > 0);
        n ^= a;
    }
    return n * 10 + a;
}
