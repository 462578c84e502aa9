// The sieve of Eratosthenes.
#include <stdbool.h>

int main(void) {
    int n, primes = 0, sum = 0;
    bool composite[50] = {false};
    if (n > 50)
        n = 50;
    for (int i = 2; i < n; i++) {
        if (composite[i])
            continue;
        primes++;
        sum += i;
        for (int j = i * i; j < n; j += i)
            composite[j] = true;
    }
    return primes * 1000 + sum;
}
