// refused: union
union word { int whole; unsigned char bytes[4]; };

int main(void) {
    union word w;
    w.whole = 1000;
    while (w.bytes[1])
        w.whole -= 100;
    return w.whole;
}
