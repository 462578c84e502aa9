// refused: goto
int main(void) {
    int x;
again:
    x--;
    if (x > 0)
        goto again;
    return x;
}
