// The step changes a variable of the block, not the loop's.
int main(void) {
    int x, s = 0;
    while (x > 0) {
        s = (s + x) % 31;
        if (x > 20) {
            int x = s;
            x -= 5;
            s += x % 2;
        } else
            x -= 2;
    }
    return s + x;
}
