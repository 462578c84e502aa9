// Calls that write a global inside of conditions.
int calls;

int check(int x) {
    calls = calls * 2 + 1;
    calls %= 1021;
    return x > 2;
}

int main(void) {
    int x, y;
    while (x > 0 && (check(y) || check(x))) {
        x -= 1 + (check(x) && check(y));
        y += check(x - y) ? -1 : 2;
    }
    return calls + x;
}
