// Names with underscores, capitals and digits.
int _x = 1, __y = 2, x_ = 3, X = 4, x1 = 5;
int _;

int _f(int _a, int __b) {
    return _a - __b;
}

int main(void) {
    int x, __x__, self = 0, cls = 0;
    while (x > 0) {
        _ += _f(x, _x) + __y;
        x -= x_ - 1;
        X += x1 * (_ % 2);
        __x__ = _ / 2;
        self += X > 9, cls -= self;
    }
    return _ + X * 2 + self - cls;
}
