// Continue inside a switch belongs to the loop around it.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0, i;
    for (i = 0; i < 12; i++) {
        switch ((x + i) % 5) {
        case 0:
            continue;
        case -1:
        case 1:
            n += 2;
            break;
        case 2:
            i++;
            if (n > 10)
                continue;
        default:
            n += 5;
            break;
        }
        n *= 2;
        n %= 1000;
    }
    return n * 100 + i;
}
