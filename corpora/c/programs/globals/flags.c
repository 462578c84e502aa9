// A global flag that stops the work.
#include <stdbool.h>

bool stop = false;
bool seen_odd;
int work = 0;

void look(int x) {
    if (x % 2 != 0)
        seen_odd = true;
    stop = stop || x > 60;
    work += x;
}

int main(void) {
    int x;
    while (!stop) {
        look(x);
        x = seen_odd ? 2 * x + 2 : x + 1;
    }
    return work % 1000;
}
