// Long chains of && and || of mixed depth.
int main(void) {
    int a, b, c, n = 0;
    while ((a < 10 && b < 20) || (c < 5 && !(a == b)) || (n < 3 && c != 7)) {
        if (a < b && b < c || a > c && !(b > 4 || c > 4))
            a += 3;
        else
            b += 2;
        if (!(a < 0 || b < 0 && c < 0))
            c++;
        a++, b++;
        if (++n > 300)
            break;
    }
    return a + 3 * b + 7 * c + n;
}
