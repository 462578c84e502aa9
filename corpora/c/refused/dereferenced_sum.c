// refused: a pointer
// pointer (*(a + i))
int main(void) {
    int a[4] = {1, 2, 3, 4}, i = 0, s = 0;
    while (i < 4)
        s += *(a + i++);
    return s;
}
