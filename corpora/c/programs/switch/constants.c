// Case labels that are constant expressions and enumerators.
enum color { RED, GREEN = 5, BLUE };
#define BASE 0x10

int main(void) {
    int n, s = 0;
    while (n > 0) {
        switch (n) {
        case RED + 1:
            s += 1;
            break;
        case GREEN:
        case BLUE:
            s += 2;
            break;
        case BASE | 1:
            s += 4;
            break;
        case 'A' - 40:
            s += 8;
            break;
        case -(-30):
            s += 16;
            break;
        }
        n--;
    }
    return s;
}
