// refused: a case inside of another statement
// a case inside of a loop
int main(void) {
    int n, s = 0;
    switch (n % 3) {
    case 0:
        do {
            s += 1;
    case 2:
            s += 2;
    case 1:
            s += 4;
        } while ((n -= 3) > 0);
    }
    return s;
}
