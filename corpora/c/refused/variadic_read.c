// refused: the parser does not read it
// variadic function (va_arg)
#include <stdarg.h>

int sum(int n, ...) {
    va_list list;
    int s = 0;
    va_start(list, n);
    while (n-- > 0)
        s += va_arg(list, int);
    va_end(list);
    return s;
}

int main(void) {
    return sum(3, 1, 2, 3);
}
