// A macro whose argument is worked out twice.
#define MIN(a, b) ((a) < (b) ? (a) : (b))

int main(void) {
    int i = 0, n, s = 0;
    while (i < n) {
        s += MIN(i++, 10);
        i += MIN(4, --s) < 0;
        i += MIN(s++, 1) > 0;
        if (s > 400)
            break;
    }
    return s * 2 + i;
}
