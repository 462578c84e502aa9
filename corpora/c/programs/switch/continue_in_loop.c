// A continue inside of a switch is the loop's.
int main(void) {
    int n, s = 0, skipped = 0;
    for (int i = 0; i < n; i++) {
        switch (i % 5) {
        case 0:
            continue;
        case 1:
            if (s > 20)
                continue;
        case 2:
            s += i;
            break;
        case 3:
            s--;
            continue;
        }
        skipped++;
    }
    while (n > 0) {
        switch (n-- % 3) {
        case 1:
            s += 2;
            continue;
        default:
            break;
        }
        s -= 1;
    }
    return s * 10 + skipped;
}
