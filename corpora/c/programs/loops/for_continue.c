// A continue in a for loop still does the step.
int main(void) {
    int i, n, s = 0;
    for (i = 0; i < n; i++, s++) {
        if (i % 3 == 0)
            continue;
        if (i % 7 == 6) {
            i++;
            continue;
        }
        s += i;
    }
    return s + i;
}
