// A procedure that calls itself at its end.
int trace;

void walk(int x, int y) {
    trace = (trace * 3 + x) % 991;
    if (x > 0 && y > 0)
        walk(x - 1, y + trace % 2);
    else if (y > 0)
        walk(y - 2, y - 1);
}

int main(void) {
    int x, y;
    walk(x, y);
    return trace;
}
