// One type has many spellings.
int main(void) {
    long int a = 1;
    int long b = 2;
    signed c = 3;
    signed int d = 4;
    short int e = 5;
    long long int f = 6;
    signed char g = -7;
    unsigned short int h = 8;
    const int i = 9;
    int const volatile_free = 10;
    auto int n;
    int s = 0;
    while (n > 0) {
        a += b + c;
        s += d * e - g * h + i - volatile_free;
        f += s;
        n -= c;
        if (s > 300)
            break;
    }
    return s + (a > 20) + (f > 1000);
}
