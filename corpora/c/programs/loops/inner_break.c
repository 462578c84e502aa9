// Break leaves the inner loop only; a flag leaves both.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int found = 0, count = 0, i, j = 0;
    for (i = 0; i < 10 && !found; i++) {
        for (j = i; j < 10; j++) {
            count++;
            if ((i + 1) * j == x) {
                found = 1;
                break;
            }
            if (j - i > 5)
                break;
        }
    }
    return found * 10000 + count * 100 + i * 10 + j;
}
