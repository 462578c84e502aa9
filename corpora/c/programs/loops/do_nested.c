// Do loops in each other with breaks and continues on both levels.
int main(void) {
    int a, b, s = 0;
    if (a < 0 || a > 15)
        a = 4;
    do {
        b = a;
        do {
            if (b == 3)
                continue;
            if (s > 200)
                break;
            s += b;
        } while (b-- > 0);
        if (a == 2)
            continue;
        s++;
    } while (a-- > 0 && s < 150);
    return s + 10 * a + b;
}
