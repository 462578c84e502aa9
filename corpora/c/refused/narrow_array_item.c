// refused: int becomes char, which is too narrow
// int becomes char (an item)
int main(void) {
    char text[4] = {0};
    int n;
    while (text[0] < 10)
        text[0] = n + 1;
    return text[0];
}
