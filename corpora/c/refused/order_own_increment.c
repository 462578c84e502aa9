// refused: a variable is written twice at once
// unspecified order (i = i++ + 1)
int main(void) {
    int i = 0;
    while (i < 10)
        i = i++ + 1;
    return i;
}
