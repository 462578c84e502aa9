// The else belongs to the nearest if.
int main(void) {
    int a, b, c, r = 0;
    while (r < 20) {
        if (a > 0)
            if (b > 0)
                r += 1;
            else
                r += 2;
        else if (b > 0) {
            if (c)
                r += 3;
        } else
            r += 4;
        r++;
        a -= 3, b -= 2, c = !c;
    }
    return r * 10 + a;
}
