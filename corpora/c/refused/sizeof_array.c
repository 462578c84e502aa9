// refused: a size in memory
// sizeof (of an array)
int main(void) {
    int a[5] = {1, 2, 3, 4, 5}, s = 0;
    for (int i = 0; i < (int)(sizeof a / sizeof a[0]); i++)
        s += a[i];
    return s;
}
