// refused: the parser does not read it
// address of a label (goto)
int main(void) {
    int n = 3;
    void *places[2] = {&&again, &&done};
again:
    n--;
    goto *places[n <= 0];
done:
    return n;
}
