// refused: an array as a value
// array as a value (a as a condition)
int a[3];

int main(void) {
    int n = 3;
    while (a && n > 0)
        n--;
    return n;
}
