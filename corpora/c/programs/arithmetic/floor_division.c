// Rounding down by hand, from the division that rounds to zero.
int floor_div(int a, int b) {
    int q = a / b;
    return q - (a % b != 0 && (a < 0) != (b < 0));
}

int main(void) {
    int lo, hi, sum = 0;
    hi = hi > lo + 60 ? lo + 60 : hi;
    for (int i = lo; i < hi; i++)
        sum += floor_div(i, 4) - floor_div(i, -3);
    return sum;
}
