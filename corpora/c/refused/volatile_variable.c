// refused: volatile
volatile int ready;

int main(void) {
    int n = 0;
    while (!ready)
        n++;
    return n;
}
