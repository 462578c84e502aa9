// refused: i is written and used in no certain order
// unspecified order (i++ twice)
int main(void) {
    int i = 0, s = 0;
    while (i < 10)
        s += i++ * i++;
    return s;
}
