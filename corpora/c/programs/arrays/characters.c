// Arrays of characters, one of them without a given length.
int main(void) {
    char text[] = {'l', 'e', 'v', 'e', 'l', '\0'};
    char wide[8] = {'a', 'b', '\n'};
    int n, i = 0, j = 4, s = 0;
    while (i < j && text[i] == text[j])
        i++, j--;
    for (int k = 0; k < 8; k++)
        s += wide[k] * (k + n % 3);
    while (text[s % 5 < 0 ? 0 : s % 5] != 'v' && s < 5000)
        s++;
    return s + i * 10 + j;
}
