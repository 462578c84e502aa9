// refused: i is written and used in no certain order
// unspecified order (between arguments)
int sub(int a, int b) {
    return a - b;
}

int main(void) {
    int i = 0, s = 0;
    while (i < 10)
        s += sub(i, i++);
    return s;
}
