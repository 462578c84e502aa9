// Variables that one branch sets and another does not.
int main(void) {
    int n, x, y, z;
    int s = 0;
    if (n > 3)
        x = 1;
    s += x;
    for (int i = 0; i < 4; i++) {
        if (i == 2)
            y = n;
        s = s * 2 + y;
    }
    while (n-- > 0)
        z = s + n;
    return s * 3 + z;
}
