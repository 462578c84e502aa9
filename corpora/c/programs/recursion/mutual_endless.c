// Two functions miss the end for some arguments.
int depth = 0;

void down(int n);

void up(int n) {
    depth++;
    if (n > 0)
        down(n - 3);
}

void down(int n) {
    depth += 2;
    if (n != 0)
        up(n > 0 ? n + 1 : 2);
}

int main(void) {
    int n;
    up(n);
    return depth;
}
