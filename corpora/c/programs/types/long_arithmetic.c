// A sum beyond the range of int.
int main(void) {
    int n;
    long s = 1;
    long long t = 0;
    while (s < 20000000000L) {
        s = s * 3 + (n > 0 ? n : 1);
        t += s / 1000000000L;
    }
    return t % 100 + 3 > 50;
}
