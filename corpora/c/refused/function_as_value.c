// refused: the function ready as a value
// function as a value
int ready(void) {
    return 0;
}

int main(void) {
    int n = 8;
    while (n > 0 && ready)
        n--;
    return n;
}
