// Declarations in the blocks of a switch in a loop.
int main(void) {
    int n, v = 2, s = 0;
    for (int k = 0; k < n; k++) {
        switch (k % 3) {
        case 0: {
            int v = k;
            s += v;
            v = 0;
            break;
        }
        case 1:
            s += v;
            v++;
            break;
        default: {
            int w = v, v = w - 1;
            s -= v;
        }
        }
    }
    return s + v * 100;
}
