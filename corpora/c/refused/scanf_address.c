// refused: nobody knows what scanf does
// unknown function or address (scanf)
#include <stdio.h>

int main(void) {
    int x = 0;
    scanf("%d", &x);
    while (x > 0)
        x--;
    return x;
}
