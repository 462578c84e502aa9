// refused: goto
int main(void) {
    int n, i, j;
    for (i = 0; i < n; i++)
        for (j = 0; j < n; j++)
            if (i * j > 30)
                goto done;
done:
    return i + j;
}
