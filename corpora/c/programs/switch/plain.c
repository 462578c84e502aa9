// A switch whose cases all break.
int main(void) {
    int n, s = 0;
    while (n > 0) {
        switch (n % 4) {
        case 0:
            s += 5;
            break;
        case 1:
            s -= 2;
            break;
        case 2:
            s *= 2;
            break;
        default:
            s = s / 3;
            break;
        }
        n--;
    }
    return s;
}
