// Labels that nobody jumps to.
int main(void) {
    int n, s = 0;
start:
    while (n > 0) {
    again:
        s += n;
        if (s > 100) {
        out:
            break;
        }
        n -= 2;
    next:;
    }
end:
    return s * 2 + n;
}
