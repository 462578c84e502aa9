// Loops that name their variables alike.
int main(void) {
    int n, i = 7, s = 0;
    for (int i = 0; i < n; i++)
        s += i;
    for (int i = n; i > 0; i -= 2) {
        for (int i = 3; i > 0; i--)
            s -= i;
        s += i;
    }
    while (i > 0) {
        int i_1 = i * 2;
        s += i_1;
        i--;
    }
    for (int i = 0, j = s; i < 3; i++) {
        int i = j % 4;
        j -= i;
        s += i;
    }
    return s + i;
}
