// Conditional operators in all places of each other.
int sign(int x) {
    return x > 0 ? 1 : x < 0 ? -1 : 0;
}

int main(void) {
    int x, y, s = 0;
    for (int i = 0; i < 8; i++) {
        s += (x > y ? x : y) > i ? (x < 0 ? -x : x) : y % 2 ? -1 : 1;
        s -= sign(x - i) ? sign(y) ? 2 : 3 : sign(s);
        x = (x & 1 ? x > 5 : y > 5) ? x - 3 : x + 1;
        y -= x == y ? 0 : x < y ? 1 : -1;
    }
    return s;
}
