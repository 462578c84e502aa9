// A name for a type that holds in one block only.
typedef int word;

int main(void) {
    word n, s = 0;
    while (n > 0) {
        typedef long word;
        word wide = 3000000000L;
        wide += n;
        {
            typedef unsigned char word;
            const word small = 200;
            s += small > wide ? 1 : small / 50;
        }
        n -= 3;
        s += wide % 2 == 1;
    }
    return s;
}
