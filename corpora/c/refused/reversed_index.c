// refused: an index of what is no array
// index of what is no array (i[a])
int main(void) {
    int a[3] = {1, 2, 3}, i = 0, s = 0;
    while (i < 3)
        s += i++[a];
    return s;
}
