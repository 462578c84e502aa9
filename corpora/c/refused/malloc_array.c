// refused: a pointer
// pointer (malloc)
extern void *malloc(unsigned long);

int main(void) {
    int *a = malloc(40), i;
    for (i = 0; i < 10; i++)
        a[i] = i;
    return a[3];
}
