// A local named like a function, and a parameter like a global.
int step = 2;

int next(int step) {
    return step + 1;
}

int both(int x) {
    int next = x + step;
    return next * 2;
}

int main(void) {
    int n, s = 0;
    while (s < n) {
        s = next(s);
        int both_ = both(s % 3);
        s += both_ > 4 ? step : 1;
        step = 3 - step;
    }
    return s * 2 + step;
}
