// The digits of a number of either sign.
int main(void) {
    int n, digits = 0, sum = 0, reversed = 0;
    do {
        int digit = n % 10;
        sum += digit;
        reversed = reversed * 10 + digit;
        n /= 10;
        digits++;
    } while (n);
    return sum * 100 + digits + reversed % 100;
}
