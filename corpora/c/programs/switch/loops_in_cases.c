// Loops in cases, whose breaks are their own.
int main(void) {
    int n, s = 0;
    if (n > 40)
        n = 40;
    while (n > 0) {
        switch (n % 3) {
        case 0:
            for (int i = 0; i < n; i++) {
                if (i == 4)
                    break;
                s += i;
            }
            n -= 2;
            break;
        case 1:
            while (1) {
                s++;
                if (s % 4 == 0)
                    break;
            }
        default:
            do {
                s -= 2;
                if (s < 0)
                    break;
            } while (s % 5);
            n--;
        }
    }
    return s - n;
}
