// What is printed does not matter.
#include <stdio.h>

int main(void) {
    int n, s = 0;
    while (n > 0) {
        printf("n = %d\n", n);
        printf("%d %d\n", s++, n - 1);
        putchar('x');
        puts("next");
        n -= 2;
    }
    printf("done\n");
    return s;
}
