// refused: x is written and used in no certain order
// unspecified order (x += x++)
int main(void) {
    int x = 1;
    while (x < 100)
        x += x++;
    return x;
}
