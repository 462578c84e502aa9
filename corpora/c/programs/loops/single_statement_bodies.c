// Bodies without braces in each other.
int main(void) {
    int n, i, s = 0;
    for (i = 0; i < n; i++)
        if (i % 2)
            while (s < i)
                s += 3;
        else
            do
                s -= 1;
            while (s > i * 2);
    return s * 2 + i;
}
