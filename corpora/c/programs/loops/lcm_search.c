// Two multiples chase each other.
int main(void) {
    int a, b;
    if (a < 1)
        a = 1 - a;
    if (b < 1)
        b = 1 - b;
    int x = a, y = b;
    while (x != y)
        if (x < y)
            x += a;
        else
            y += b;
    return x;
}
