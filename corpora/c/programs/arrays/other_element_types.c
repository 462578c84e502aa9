// Arrays of characters, of longs and of unsigned values.
int main(void) {
    int n;
    char word[4] = {'a', 'b', 'c', 0};
    long wide[2] = {4000000000L, -1};
    unsigned small[3] = {1u, 2u, 3u};
    unsigned char bytes[2] = {255, 128};
    int i = 0, s = 0;
    while (word[i]) {
        s += word[i++];
        wide[i % 2] += n;
        small[i % 3] += 4;
    }
    for (; n > 0; n -= 40)
        s += bytes[n % 2];
    return s + (wide[0] > 4000000000L) + (small[1] > 5u) * 2;
}
