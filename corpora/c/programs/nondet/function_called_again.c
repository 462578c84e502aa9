// A function that asks and is called more than once.
extern int __VERIFIER_nondet_int(void);

int choose(int limit) {
    int x = __VERIFIER_nondet_int();
    return x > limit ? limit : x;
}

int main(void) {
    int a = choose(30);
    int b = choose(10);
    while (a > b) {
        a -= 2;
        b += choose(1);
        if (b < -400)
            return b;
    }
    return a * 3 + b;
}
