// One side effect in the arguments of a call.
int mix(int a, int b) {
    return a * 3 - b;
}

int main(void) {
    int i = 0, n, s = 0, t;
    while (i < n) {
        s += mix(i++, 2);
        s -= mix(s, ++i);
        t = mix(n % 5, (s += 3, s));
        s += mix(t = 2 - t, 7);
        s %= 3001;
    }
    return s + i;
}
