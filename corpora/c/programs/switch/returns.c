// Cases that return, and one that ends the loop by a flag.
int classify(int x) {
    switch (x) {
    case 0:
        return 7;
    case 1:
    case 2:
        if (x == 2)
            return 8;
        return 9;
    case -1:
        break;
    default:
        return x > 0 ? 1 : 2;
    }
    return 0;
}

int main(void) {
    int n, s = 0, going = 1;
    while (going) {
        switch (classify(n)) {
        case 1:
        case 8:
            s = s * 2 + 1;
            s %= 503;
            break;
        case 2:
            n = -n / 2;
            break;
        case 7:
            return s;
        case 0:
            going = 0;
        }
        n--;
    }
    return s + n;
}
