// A small unsigned value against a negative int.
int main(void) {
    int n, s = 0;
    unsigned char u = 3;
    unsigned short h = 60000;
    while (n < u) {
        if (-n < h)
            s += 2;
        if (n > -u)
            s += h / 10000;
        n++;
    }
    return s;
}
