// refused: the case -1
int main(void) {
    unsigned x = 7;
    switch (x) {
    case -1:
        return 1;
    default:
        return 0;
    }
}
