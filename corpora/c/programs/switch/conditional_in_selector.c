// Logical and conditional operators with steps inside the selector.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a = x % 10, b = 3, n = 0;
    for (int k = 0; k < 10; k++) {
        switch (a > b ? a-- - b : b++ && a++ > 1 ? 7 : -7) {
        case 1:
        case 2:
            n += 5;
            break;
        case 7:
            b -= 2;
            n++;
        case 3:
            a += b & 1;
            break;
        case -7:
            a += 2;
            continue;
        default:
            n -= 2;
        }
        n = n * 2 % 3001;
    }
    return n * 10 + a - b;
}
