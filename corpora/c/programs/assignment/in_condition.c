// Assignments and calls in the conditions of branches.
int half(int x) {
    return x / 2;
}

int main(void) {
    int x, y, count = 0;
    for (;;) {
        if ((y = half(x)) != 0)
            count += y;
        else if ((x += 1) > 1)
            break;
        else if (!(x = -x))
            return count;
        if ((x = y) == 1 || x == -1)
            return count + 7;
        if (count++ > 40)
            break;
    }
    return -count;
}
