// An inner variable whose first value is made from others of the outer scope.
int main(void) {
    int a, b, s = 0;
    int rounds = 0;
    while (rounds++ < 10) {
        int c = a - b;
        if (c > 0) {
            int b = c / 2, d = b + a;
            s += d;
            a -= b + 1;
        } else {
            int a = b - c, d = a;
            s -= d % 3;
            b = d - 1;
        }
    }
    return s + a + b;
}
