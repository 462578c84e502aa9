// Static globals of all integer types.
static long wide = 10000000000L;
static short narrow = -300;
static char letter = 'q';
static unsigned char byte = 250;
static unsigned count = 7u;
static long long wider;

int main(void) {
    int n;
    while (n > 0) {
        wider += narrow + letter;
        wide -= byte * 1000000L;
        count += 2;
        n--;
    }
    wider += wide > 0;
    return (wider < -500) + (count > 20u) * 2 + (wide < 0) * 4;
}
