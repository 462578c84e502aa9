// refused: a case jumps over
int main(void) {
    int x = 2, r = 0;
    while (x < 6) {
        switch (x % 3) {
        case 0:;
            int z = 4;
            r += z;
            break;
        default:
            r += z > 0 || z <= 0;
        }
        x++;
    }
    return r;
}
