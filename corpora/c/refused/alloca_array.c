// refused: a pointer
// pointer (alloca)
#include <alloca.h>

int main(void) {
    int *x = alloca(4);
    *x = 10;
    while (*x > 0)
        *x = *x - 1;
    return *x;
}
