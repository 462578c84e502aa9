// Switches on a character and on a long.
int main(void) {
    int n;
    long big;
    int s = 0;
    for (int i = 0; i < 10; i++) {
        char c = 'a';
        big = 5000000000L + (n + i) % 3;
        switch (big) {
        case 5000000000L:
            c = 'b';
            break;
        case 5000000001L:
            c = 'c';
        }
        switch (c) {
        case 'a':
            s += 1;
        case 'b':
            s += 3;
            break;
        case 'c':
            s = -s;
        }
    }
    return s;
}
