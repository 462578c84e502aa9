// Comparisons and logic as numbers.
int main(void) {
    int a, b, c = 0;
    while (c < 30) {
        int less = a < b, same = a == b;
        c += less + 2 * same + 3 * (a > b);
        c += (a && b) - (a || b) + 1;
        a += (b >= 0) - (b <= 0);
        b -= (a != c) ^ (c & 1);
        c += !(less | same);
        c++;
    }
    return c + a * b;
}
