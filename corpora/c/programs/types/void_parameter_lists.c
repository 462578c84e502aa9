// Empty and void lists of parameters.
int g = 4;
int a();
int b(void);

int a() {
    int before = g;
    return b() + before;
}

int b(void) {
    return g--;
}

int main() {
    int n, s = 0;
    while (n-- > 0 && g > -30)
        s += (a)();
    return s;
}
