// A recursion whose base lies on one side only.
int fall(int x, int step) {
    if (x == 0)
        return step;
    return fall(x - 1, step + x % 2);
}

int main(void) {
    int x;
    return fall(x, 0);
}
