// Locals and parameters that hide globals.
int x = 1;
int y = 2;

int f(int x) {
    x += y;
    {
        int y = x * 2;
        x -= y;
    }
    return x + y;
}

void g(void) {
    x += 3;
}

int main(void) {
    int n, s = 0;
    while (x < n) {
        int x = s % 3;
        s += f(x);
        g();
        y = -y + x;
    }
    return s * 10 + x + y;
}
