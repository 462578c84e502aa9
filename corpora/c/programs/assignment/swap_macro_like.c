// Three assignments in one expression.
int main(void) {
    int a, b, t, rounds = 0;
    while (rounds < 15) {
        if (a < b)
            t = a, a = b, b = t;
        a -= (t = b > 0 ? b : 1);
        b = (rounds++, b + 1);
    }
    return a * 3 - b + t;
}
