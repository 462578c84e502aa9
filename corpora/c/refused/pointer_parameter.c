// refused: pointer
int total;

int read(int *from) {
    return *from;
}

int main(void) {
    int a[2] = {0, 7};
    while (total < 30)
        total += read(a) + 1;
    return total;
}
