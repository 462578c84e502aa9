// A continue before the step of a while loop hangs for some inputs.
int main(void) {
    int i = 0, n, s = 0;
    while (i < n) {
        if (s > 40 && i % 9 == 5)
            continue;
        s += i;
        i++;
    }
    return s;
}
