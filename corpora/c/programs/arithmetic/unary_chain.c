// Signs and negations one after the other.
int main(void) {
    int x;
    int s = 0;
    while (x > 0) {
        s += - - x + !!x * 2 - !x;
        s -= -(-(x - 1)) * + 3;
        x -= 1 + !!(s & 1);
    }
    return s;
}
