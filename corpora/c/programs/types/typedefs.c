// Names for types, also for a type that has a name already.
typedef int number;
typedef number count_t;
typedef unsigned char byte;
typedef long int wide;
typedef int row[4];

number clamp(number x, byte top) {
    return x > top ? top : x;
}

int main(void) {
    number n;
    count_t rounds = 0;
    wide total = 0;
    row r = {1, 2};
    while (n > 0) {
        total += clamp(n, 200);
        n -= r[rounds % 4] + 1;
        ++rounds;
    }
    return total > 1000 ? rounds : -rounds;
}
