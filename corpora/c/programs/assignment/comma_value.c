// The comma operator gives its last value.
int main(void) {
    int x, y, z = 0;
    while (x > 0) {
        z += (y = 3, y + x);
        x = (y = x, z++, y - 1);
        if (y -= 1, y % 4 == 0)
            x--, z += y;
    }
    return (x, y, z);
}
