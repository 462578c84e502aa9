// A variable of a loop's block that nobody sets.
int main(void) {
    int n, s = 0;
    while (n > 0) {
        int step;
        s += step;
        if (step > 0)
            n -= step;
        n--;
        step = 3;
        s += step;
    }
    return s;
}
