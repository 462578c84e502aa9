// Parameters and locals hide variables of the file in some functions but not in others.
extern int __VERIFIER_nondet_int(void);
int width = 4, height = 9;

int area(int width) {
    return width * height;
}

int grow(void) {
    int height = width + 1;
    width = height;
    return height * 2;
}

int main(void) {
    int n = __VERIFIER_nondet_int();
    int s = area(n);
    while (s < 90 && width < 40) {
        int width = s % 5;
        s += area(width) / 3;
        s += grow() - width;
        height--;
    }
    return s * 100 + width + height;
}
