// Static locals keep their values between calls.
int ticket(void) {
    static int next = 10;
    static int used;
    used++;
    next += used % 3;
    return next;
}

int other(int x) {
    static int next = -5;
    next += x;
    return next;
}

int main(void) {
    int n, s = 0;
    while (ticket() < n)
        s += other(2);
    return s + ticket() + other(0);
}
