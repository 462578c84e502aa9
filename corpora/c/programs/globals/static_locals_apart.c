// Two functions have static locals of one name, and the file has a third.
extern int __VERIFIER_nondet_int(void);
int count = 100;

int up(int by) {
    static int count = 1 << 3;
    count += by;
    return count;
}

int down(void) {
    static int count;
    count -= 2;
    if (count < -10)
        count = 5;
    return count;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    while (up(2) < n) {
        s += down();
        count += s % 3;
    }
    return s * 10000 + count + up(0) + down();
}
