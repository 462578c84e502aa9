// Cases that run on into the next one.
int main(void) {
    int n, s = 0;
    for (int i = 0; i < n; i++) {
        switch (i % 6) {
        case 5:
            s += 16;
        case 4:
            s += 8;
        case 3:
        case 2:
            s -= 5;
            break;
        case 1:
            s ^= 3;
        case 0:
            s++;
        }
    }
    return s;
}
