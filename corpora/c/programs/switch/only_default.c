// Switches that have little to choose from.
int main(void) {
    int n, s = 0;
    while (n > 0) {
        switch (n--) {
        default:
            s++;
        }
        switch (s += 2) {
        }
        switch (n % 2) {
        case 1:;
        }
        switch (n) {
        case 4:
        case 3:
        default:
        case 2:
            s += n;
        }
    }
    return s;
}
