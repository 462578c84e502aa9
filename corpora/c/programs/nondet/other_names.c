// Other names for unknown values, and an assumption of one's own.
extern int nondet_int(void);
extern int unknown(void);
extern _Bool nondet_bool(void);
extern void assume(int);

int main(void) {
    int x = nondet_int(), n = 0;
    assume(x < 60);
    while (nondet_bool() && x > -50) {
        n++;
        x -= unknown() > 0 ? 2 : 1;
    }
    return n + x * 7;
}
