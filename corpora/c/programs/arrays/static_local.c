// A static array of a function keeps what it is given.
int next(int x) {
    static int last[3] = {1, 2};
    static int at;
    last[at] += x;
    at = (at + 1) % 3;
    return last[at];
}

int main(void) {
    int n, s = 0;
    while (s < n) {
        s += next(s % 4 + 1);
        if (next(1) == 9)
            s -= 4;
    }
    return s + next(0);
}
