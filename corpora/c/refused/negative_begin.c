// refused: becomes unsigned int
unsigned wrapped = -1;

int main(void) {
    int n = 0;
    while (wrapped > 4 && n < 9) {
        wrapped = wrapped / 2;
        n++;
    }
    return n;
}
