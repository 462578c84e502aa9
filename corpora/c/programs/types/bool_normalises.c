// A truth value becomes one whatever it is given.
int main(void) {
    int n, s = 0;
    _Bool b = 5, c = -2, d = 0;
    while (n > 0) {
        b = n & 4;
        c = n - 3;
        d = b + c;
        s += b + 2 * c + 4 * d;
        s += (_Bool)n + (_Bool)(s - 7);
        b += 3;
        s -= b;
        n--;
    }
    return s;
}
