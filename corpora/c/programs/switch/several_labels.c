// Several labels on one group, among them the default.
extern int __VERIFIER_nondet_int(void);

int kind(int c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
        return 1;
    case ' ':
    default:
    case '\t':
        return 2;
    case '0':
    case '9':
        c -= '0';
    }
    return c + 3;
}

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int n = 0;
    for (int c = 'u' - x % 30; c > ' ' - 3; c -= 1 + (n & 1))
        n = (n * 2 + kind(c)) % 5003;
    return n * 3 + kind(x % 200);
}
