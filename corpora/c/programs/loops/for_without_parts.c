// For loops that lack a head, a condition or a step.
int main(void) {
    int i = 0, n, s = 0;
    for (;;) {
        if (i++ > n)
            break;
        for (; s < i;)
            s += 2;
        for (int k = i; k > 0; k -= 3) {
            if (k == 4)
                continue;
            s += k;
        }
        for (i++;; s--)
            if (s % 5 == 0)
                break;
    }
    return s + i;
}
