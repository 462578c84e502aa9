// Assignments whose value is used at once.
int main(void) {
    int n, x, y = 0, sum = 0;
    while ((x = n - y) > 0) {
        sum += (y += 2) * x;
        n = (x = n) - (y > 20);
        if ((x = sum % 3) != 0)
            y++;
    }
    return sum + x;
}
