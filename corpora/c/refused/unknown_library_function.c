// refused: nobody knows what getchar does
// unknown function (getchar)
#include <stdio.h>

int main(void) {
    int c, n = 0;
    while ((c = getchar()) > 0)
        n++;
    return n;
}
