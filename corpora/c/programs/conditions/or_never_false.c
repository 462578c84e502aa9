// A condition that is meant to be an && and holds for every number.
int main(void) {
    int x, s = 0;
    if (x > 40)
        return x;
    while (x != 3 || x != 5) {
        s = (s + x) % 9;
        x += x < 5 ? 1 : -2;
    }
    return s;
}
