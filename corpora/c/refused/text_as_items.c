// refused: an array that is no list of values
// a text as the first values of an array
int main(void) {
    char text[] = "level";
    int i = 0, j = 4;
    while (i < j && text[i] == text[j])
        i++, j--;
    return i * 10 + j;
}
