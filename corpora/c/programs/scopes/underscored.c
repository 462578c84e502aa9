// Names with underscores in front, which differ in nothing else.
extern int __VERIFIER_nondet_int(void);
int x = 1;
int _x = 2;
int __x = 3;

int _f(int __y) { return __y + _x; }
int f(int _y) { return _y - __x; }

int main(void) {
    int y = __VERIFIER_nondet_int(), _y = 10, __y = 100, y_1 = 5, y_2 = 0;
    while (y < _y) {
        y += x;
        __y -= _x;
        y_1 += _f(y) % 3;
        y_2 += f(__y);
        x = (x + 1) % 4 + 1;
        _x++;
    }
    __x += y_1;
    return y + 2 * _y + 3 * __y + 5 * y_1 + 7 * y_2 + 11 * __x + _x;
}
