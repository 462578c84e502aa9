// A truth value is never two, however much is added.
int main(void) {
    int n, s = 0;
    _Bool b = n > 3;
    while (b + b != n && b < 2) {
        b += 1;
        s = (s + b) % 10;
    }
    return s * 2 + b;
}
