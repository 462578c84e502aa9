// refused: nobody knows what rand does
#include <stdlib.h>

int main(void) {
    int x = 100;
    while (x > 0) {
        x = x - rand() % 3;
    }
    return 0;
}
