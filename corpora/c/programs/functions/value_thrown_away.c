// Calls for their effects whose values are cast to void or used after a comma.
extern int __VERIFIER_nondet_int(void);
static int calls = 0;

int tick(int by) {
    calls += by;
    return calls * 2;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int x = 0;
    (void)tick(3);
    tick(1);
    while (tick(2), x < n) {
        x += (tick(1), calls % 5);
        if (x % 7 == 0)
            x++;
    }
    for (tick(0), x -= 1; x > n - 3; x--, tick(-1))
        ;
    return x * 1000 + calls;
}
