// Side effects behind && and || happen only where they are reached.
int main(void) {
    int x, y, z, n = 12;
    int sum = 0;
    while (n-- > 0) {
        z = !x || y++;
        sum += z;
        z = x-- > 0 && ++y;
        sum = sum * 2 + z;
        x > 3 && (x -= 2);
        y < 0 || (y -= 3, sum++);
        sum %= 1000;
    }
    return sum + x + y;
}
