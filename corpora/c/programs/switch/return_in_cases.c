// Cases that return from a function, and one that falls out of the switch.
extern int __VERIFIER_nondet_int(void);

int score(int n)
{
    switch (n % 5) {
    case 0:
        return n;
    case 1:
        n *= 2;
    case 2:
        if (n > 20)
            return n - 20;
        break;
    case -1:
        return -n;
    default:
        return n++;
    }
    return n + 1;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int i = x % 25, n = 0;
    while (i < 30) {
        n += score(i);
        i += 1 + (n % 3 == 0);
    }
    return n;
}
