// refused: there is no "no_such_header_of_ours.h"
// unknown header
#include "no_such_header_of_ours.h"

int main(void) {
    int n = LIMIT;
    while (n > 0)
        n--;
    return n;
}
