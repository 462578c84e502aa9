// Functions save a variable of the file in a local, change it for a call, and put it back.
extern int __VERIFIER_nondet_int(void);
int scale = 2;
int log_sum = 0;

int scaled(int x) {
    log_sum += scale;
    return x * scale;
}

int under(int other, int x) {
    int kept = scale;
    scale = other;
    int r = scaled(x);
    if (r > 50)
        return r;
    scale = kept;
    return r + scaled(1);
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = 0;
    for (int i = 1; i < 6; i++) {
        s += under(i, x);
        x -= scale;
    }
    return s * 100 + scale * 10 + log_sum % 10;
}
