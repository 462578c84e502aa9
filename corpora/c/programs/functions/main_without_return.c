// The end of main gives zero.
int steps;

int main() {
    int x;
    while (x != 1 && x > 0) {
        x = x % 2 ? x - 1 : x / 2;
        steps++;
    }
    if (steps > 4)
        return steps;
}
