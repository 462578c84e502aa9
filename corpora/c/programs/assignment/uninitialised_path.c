// A variable without an initial value is set on every path that leads to its use.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int best, where;
    int i = 0;
    if ((best = x % 30) < 0) {
        where = best++;
    } else {
        best -= where = 6;
    }
    while (i < where || (i += 2) < best) {
        best += i++ % 4 - 2;
        where -= best > 10;
    }
    return best * 100 + where * 10 + i;
}
