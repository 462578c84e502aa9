// The loop goes on as long as somebody says so.
extern int __VERIFIER_nondet_int(void);

int main(void) {
    int n = 0;
    while (__VERIFIER_nondet_int() > 0) {
        n++;
        if (n > 100)
            break;
    }
    return n;
}
