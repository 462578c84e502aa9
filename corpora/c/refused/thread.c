// refused: nobody knows what pthread_create does
// unknown function (pthread_create)
typedef unsigned long pthread_t;
extern int pthread_create(pthread_t, int, int);

int main(void) {
    int n = 3;
    while (n > 0)
        n -= pthread_create(1, n, 0) + 1;
    return n;
}
