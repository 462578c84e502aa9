// Breaks inside of branches inside of cases.
int main(void) {
    int x, y, s = 0;
    for (int i = 0; i < 20; i++) {
        switch ((x + i) % 3) {
        case 0:
            if (y > 0) {
                if (y % 2) {
                    s += 1;
                    break;
                }
                s += 2;
            } else
                break;
            s += 4;
        case 1:
            if (s > 50)
                break;
            else {
                s += 8;
            }
            y--;
            break;
        default:
            s -= y;
            y += 2;
        }
        s %= 400;
    }
    return s + y;
}
