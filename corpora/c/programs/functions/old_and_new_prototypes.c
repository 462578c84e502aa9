// Prototypes within functions, with other parameter names, without any, and said twice.
extern int __VERIFIER_nondet_int();
int combine(int, int);
int combine(int left, int right);

int outer(int x) {
    extern int inner(int);
    if (x <= 0)
        return combine(x, 4);
    return inner(x - 3) + 1;
}

int inner(int y) {
    int z = combine(y, -y);
    return z < 5 ? z : 5;
}

int combine(int first, int second) {
    return first * 3 - second;
}

int main() {
    int n = __VERIFIER_nondet_int();
    int s = 0;
    do {
        s += outer(n);
        n -= 2;
    } while (n > -3);
    return s;
}
