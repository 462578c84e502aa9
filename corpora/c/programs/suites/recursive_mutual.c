// Two functions play until the argument is used up.
extern int __VERIFIER_nondet_int(void);

int pong(int n);

int ping(int n) {
    if (n <= 0)
        return n;
    return pong(n - 2);
}

int pong(int n) {
    if (n <= 0)
        return n;
    return ping(n + 1);
}

int main() {
    return ping(__VERIFIER_nondet_int());
}
