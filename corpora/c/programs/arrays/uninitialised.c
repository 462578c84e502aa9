// A local array of unknown values.
int main(void) {
    int a[10];
    int i = 0, s = 0;
    while (i < 10 && a[i] != 0) {
        s += a[i] > 0 ? a[i] : -1;
        i++;
    }
    return s * 10 + i;
}
