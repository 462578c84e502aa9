// refused: in no certain order
int main(void) {
    int i = 0;
    int steps[3] = {i++, i++, i++};
    return steps[0] + steps[2];
}
