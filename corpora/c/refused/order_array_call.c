// refused: a is written and used in no certain order
// unspecified order (an item beside a call that writes the array)
int grow(int a[]) {
    a[0] += 2;
    return a[0];
}

int main(void) {
    int a[2] = {0, 0}, s = 0;
    while (s < 60)
        s += a[0] + grow(a);
    return s;
}
