// refused: is written and used in no certain order

int main(void) {
    int a = 0;
    while (a < 5) {
        int b = (a = a + 1) + (a = a + 2);
        a = b;
    }
    return a;
}
