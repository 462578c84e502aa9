// A local of the loop's body that a round may read without having set it.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    for (int i = 0; i < 20; i++) {
        int x;
        if (n > i)
            x = i * 2;
        s += x > 3 ? x % 4 : -1;
        n -= s % 3 == 0;
        {
            int y, z = 2;
            if (z < y)
                s++;
            y = z;
            s -= y - 2;
        }
    }
    return s * 10 + n;
}
