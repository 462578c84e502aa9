// The default comes first and falls into a case.
int main(void) {
    int n, a = 0, b = 0;
    while (n > 0) {
        switch (n & 3) {
        default:
            a++;
        case 1:
            b += 2;
            break;
        case 2:
            a += b;
        }
        n -= 1 + (a & 1);
    }
    return a * 10 + b;
}
