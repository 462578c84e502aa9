// refused: a pointer
// pointer (NULL)
#include <stdlib.h>

int main(void) {
    int n = 4;
    void *p = NULL;
    while (p == NULL && n > 0)
        n--;
    return n;
}
