// refused: an address
// address (of an element)
int first(int a[]) {
    return a[0];
}

int main(void) {
    int a[5] = {1, 2, 3, 4, 5}, i, s = 0;
    for (i = 0; i < 5; i++)
        s += first(&a[i]);
    return s;
}
