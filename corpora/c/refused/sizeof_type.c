// refused: a size in memory
// sizeof
int main(void) {
    int n = 0;
    while (n < (int)sizeof(int))
        n++;
    return n;
}
