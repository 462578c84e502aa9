// And binds tighter than or; each part that is reached steps its counter.
extern int __VERIFIER_nondet_int(void);

int main(void)
{
    int x = __VERIFIER_nondet_int();
    int a = 0, b = 0, c = 0;
    int n = 0;
    while (n < 16) {
        if (x & 1 << n % 8 || a++ < 3 && b++ % 2 || c++ > 4 && !(n & 3))
            n++;
        n++;
        if (!(a++ > 9) && (b > 2 || c++))
            b--;
    }
    return a * 1000 + b * 100 + c * 10 + n;
}
