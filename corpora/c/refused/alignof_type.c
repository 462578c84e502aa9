// refused: a size in memory
// _Alignof
int main(void) {
    int n = 0;
    while (n < (int)_Alignof(long))
        n++;
    return n;
}
