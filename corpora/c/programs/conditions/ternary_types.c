// The branches of a conditional meet in the wider type.
int main(void) {
    int x;
    long big = 3000000000L, total = 0;
    unsigned char small = 200;
    for (int i = 0; i < 6; i++) {
        total += x > i ? big : -x;
        total += (x & 1) ? small : 'a';
        x /= 2;
    }
    return total % 97 == 0 ? 1 : total > 2147483647L ? 2 : 3;
}
