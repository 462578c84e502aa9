// The remainder has the sign of the left operand.
int remainder_of(int a, int b) {
    return a % b;
}

int main(void) {
    int x, y;
    int total = 0;
    if (y == 0)
        y = -3;
    while (x != 0) {
        total = 3 * total + remainder_of(x, y);
        total %= 1009;
        x /= 2;
        y = -y;
    }
    return total;
}
