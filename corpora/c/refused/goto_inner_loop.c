// refused: goto

int main(void) {
    int i, j;
    for (i = 0; i < 5; i++) {
        for (j = 0; j < 5; j++) {
            if (i * j == 12)
                goto found;
        }
    }
    return 1;
found:
    return 0;
}
