// refused: unsigned int becomes int, which is too narrow
// unsigned becomes int (an enumeration without negative values is unsigned)
typedef enum {false, true} bool;

bool positive(int x) {
    return x > 0 ? true : false;
}

int main(void) {
    int x, n = 0;
    while (x > -5) {
        n += positive(x);
        x -= 3;
    }
    return n;
}
