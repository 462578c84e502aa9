// Variables of the file of several types, none of which is ever narrowed.
#include <stdbool.h>
extern int __VERIFIER_nondet_int(void);
unsigned int ups = 2u;
long long product = 1;
bool odd;
const short factor = 3;
static unsigned char letter = 'q';

void step(int x) {
    ups += 3;
    product = product * factor + x;
    odd = product;
    if (product > 1000000000LL || product < -1000000000LL)
        product /= 65536;
}

int main(void) {
    int x = __VERIFIER_nondet_int();
    int s = 0;
    while (ups < 60u) {
        step(x % 100);
        s += odd + (product % 2 != 0 ? letter : -factor);
        letter = ups > 30 ? 'a' : 'z';
    }
    return s + (ups % 7 > 2);
}
