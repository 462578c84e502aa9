// The selecting expression changes its variable, once.
int main(void) {
    int x, s = 0, y = 0;
    while (x > -3) {
        switch (x--) {
        case 1:
            s += 100;
        case 2:
            s += x;
            break;
        case 0:
            s *= -1;
            break;
        default:
            switch (y = x % 4, ++y) {
            case 1:
                s++;
            case 4:
                s += y;
            }
        }
    }
    return s + y;
}
