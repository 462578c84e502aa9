// Two items of one array change at once.
int main(void) {
    int a[5] = {1, 2, 3, 4, 5}, i;
    for (i = 0; i < 4; i++)
        a[i] -= a[i + 1]--;
    return a[0] + a[4];
}
