// A continue inside of a switch inside of a do loop.
int main(void) {
    int n, s = 0;
    do {
        switch (s % 4) {
        case 0:
        case 3:
            s += 2;
            continue;
        case 2:
            if (n > 8)
                break;
            s++;
        default:
            s += 3;
            n--;
            continue;
        }
        s = s * 2 % 97 + 1;
    } while (--n > 0);
    return s * 4 + n;
}
