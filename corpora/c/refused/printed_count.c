// refused: a value that there is not
// value of printf
#include <stdio.h>

int main(void) {
    int n = 0;
    while (n < 20)
        n += printf("%d\n", n);
    return n;
}
