// Two indices step through two arrays in one assignment, as in a copy loop.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int from[8] = {4, 1, -2, 7, 0, 9, 9, 9};
    int to[8] = {0};
    int x = __VERIFIER_nondet_int();
    int i = 0, j = 7;
    if (x > 0 && x < 8) {
        from[x] = 0;
    }
    while ((to[j--] = from[i++]) != 0)
        ;
    int sum = 0;
    for (int k = 0; k < 8; k++) {
        sum = sum * 3 + to[k];
    }
    return sum + i * 10 + j;
}
