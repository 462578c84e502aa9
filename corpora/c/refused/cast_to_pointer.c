// refused: a pointer

int main(void) {
    long where = 4096;
    while (where > 0) {
        if ((int *) where == 0)
            break;
        where = where - 8;
    }
    return 0;
}
