// refused: a case inside of another statement
// a case inside of a branch
int main(void) {
    int n, s = 0;
    while (n > 0) {
        switch (n-- % 3) {
        case 0:
            if (s > 5) {
        case 1:
                s -= 2;
            } else
                s += 3;
        }
    }
    return s;
}
