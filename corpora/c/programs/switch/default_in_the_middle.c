// The default stands between cases and runs on.
int main(void) {
    int x, s = 0, rounds = 0;
    while (rounds < 25) {
        switch (x) {
        case 3:
            s += 1;
        default:
            s += 10;
            if (s % 3 == 0)
                break;
        case -2:
            s -= 4;
            break;
        case 7:
            s = s * 2 % 500;
        }
        x += s % 2 ? 3 : -2;
        x %= 9;
        rounds++;
    }
    return s + x;
}
