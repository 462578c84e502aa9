// refused: nobody knows what memset does
// unknown function (memset)
#include <string.h>

int main(void) {
    int a[3], i = 0;
    memset(a, 0, 12);
    while (i < 3 && a[i] == 0)
        i++;
    return i;
}
