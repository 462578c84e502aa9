// Ways of ending the program early.
#include <stdlib.h>

int g;

void fail_if(int c) {
    if (c)
        exit(3);
}

int main(void) {
    int n, m;
    while (n > 0) {
        g += n % (m ? m : 1);
        fail_if(g > 90);
        if (g == 13)
            abort();
        n--;
    }
    exit(g ? EXIT_SUCCESS : EXIT_FAILURE);
}
