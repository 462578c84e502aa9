// refused: rows of which nothing is known
// uninitialised 2-D array
int main(void) {
    int m[3][3];
    int i = 0;
    while (i < 3 && m[i][i] > 0)
        i++;
    return i;
}
