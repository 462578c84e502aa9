// A name that means something else in every block.
int main(void) {
    int n, x = 1, s = 0;
    while (n > 0) {
        s += x;
        {
            int x = n * 2;
            s += x;
            if (x % 3 == 0) {
                int x = s % 5;
                s -= x;
                n -= x > 3;
            }
            x = 100;
            s += x % 7;
        }
        x += 1;
        n--;
        for (int x = 0; x < 2; x++)
            s += x;
    }
    return s * 10 + x;
}
